#include "core/index/database_writer.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/base/durable_file.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

namespace fs = std::filesystem;

class DatabaseWriting : public testing::Test {
 protected:
  PreparedArticle prepared(std::string id, std::string text, bool unlisted = false) {
    Article one = article("en", std::move(id), "Title", std::move(text));
    one.facts.unlisted = unlisted;
    return prepare(one, analyser_);
  }
  fs::path at(const char* name) const { return folder_.path() / name; }

  TemporaryFolder folder_;
  text::Stemmers stemmers_;
  text::Analyser analyser_{"en", stemmers_};
};

TEST_F(DatabaseWriting, CountsWhatIsThere) {
  auto writer = DatabaseWriter::create(at("en.public"));
  ASSERT_TRUE(writer);
  EXPECT_TRUE(writer->put(prepared("a/one", "one two three")));
  EXPECT_TRUE(writer->put(prepared("a/two", "four")));
  EXPECT_TRUE(writer->put(prepared("a/two", "four five")));
  EXPECT_TRUE(writer->put(prepared("a/hidden", "six", true)));
  EXPECT_TRUE(writer->erase("a/one"));
  EXPECT_TRUE(writer->erase("a/never"));
  const auto facts = writer->finish();
  ASSERT_TRUE(facts) << to_line(facts.error());
  EXPECT_EQ(facts->articles, 2U);
  EXPECT_EQ(facts->sections, 2U);
  EXPECT_EQ(facts->words, 3U);
}

TEST_F(DatabaseWriting, GoesOnFromACopyAndLeavesTheOldAsItWas) {
  {
    auto writer = DatabaseWriter::create(at("old"));
    ASSERT_TRUE(writer);
    EXPECT_TRUE(writer->put(prepared("a/one", "one")));
    EXPECT_TRUE(writer->put(prepared("a/two", "two")));
    ASSERT_TRUE(writer->finish());
  }
  const auto before = read_file(at("old") / kCatalogueFile);
  auto writer = DatabaseWriter::continue_from(at("old"), at("new"));
  ASSERT_TRUE(writer) << to_line(writer.error());
  EXPECT_TRUE(writer->erase("a/one"));
  EXPECT_TRUE(writer->put(prepared("a/two", "two", true))) << "listed before, unlisted now";
  EXPECT_TRUE(writer->put(prepared("a/three", "three")));
  EXPECT_EQ(writer->catalogue().number_of("a/three"), 0U) << "the erased one's place";
  const auto facts = writer->finish();
  ASSERT_TRUE(facts) << to_line(facts.error());
  EXPECT_EQ(facts->articles, 2U);
  EXPECT_EQ(read_file(at("old") / kCatalogueFile), before);
}

TEST_F(DatabaseWriting, CannotGoOnFromWhatIsDamagedOrMissing) {
  EXPECT_FALSE(DatabaseWriter::continue_from(at("missing"), at("new")));
  ASSERT_TRUE(DatabaseWriter::create(at("old"))->finish());
  std::ofstream(at("old") / kCatalogueFile) << "\xff\xff";
  const auto damaged = DatabaseWriter::continue_from(at("old"), at("new2"));
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().hint, "rebuild with kb-index build --full");
}

TEST_F(DatabaseWriting, NeedsAFolderOfItsOwn) {
  ASSERT_TRUE(DatabaseWriter::create(at("en.public"))->finish());
  EXPECT_FALSE(DatabaseWriter::create(at("en.public"))) << "there is one already";
  std::ofstream(at("file")) << "x";
  EXPECT_FALSE(DatabaseWriter::create(at("file") / "en.public"));
}

}  // namespace
}  // namespace kb::index

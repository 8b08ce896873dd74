#include "core/index/generation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/base/durable_file.h"
#include "core/index/database_writer.h"
#include "tests/core/index/damage.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

void overwrite(const fs::path& path, std::string_view content) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

struct Name {
  std::string_view name;
  std::optional<GenerationNumber> number;
};
class GenerationNames : public testing::TestWithParam<Name> {};
TEST_P(GenerationNames, AreReadStrictly) {
  EXPECT_EQ(generation_number(GetParam().name), GetParam().number);
}
INSTANTIATE_TEST_SUITE_P(Names, GenerationNames,
                         testing::Values(Name{"gen-000042", 42}, Name{"gen-1234567", 1234567},
                                         Name{"gen-", std::nullopt}, Name{"gen-42x", std::nullopt},
                                         Name{"gen--1", std::nullopt}, Name{"", std::nullopt},
                                         Name{"files", std::nullopt},
                                         Name{"gen-99999999999999999999999", std::nullopt}));

TEST(Generation, IsFoundByItsName) {
  EXPECT_EQ(generation_name(42), "gen-000042");
  EXPECT_EQ(generation_name(1234567), "gen-1234567");
}

TEST(Generation, HasWhatWasPublished) {
  SmallIndex index;
  index.publish({article("ro", "billing/refund", "Plăți", "Text"),
                 article("en", "billing/refund", "Refunds", "Text"),
                 for_agents(article("en", "billing/refund", "Refunds for agents", "Secret")),
                 for_agents(article("fr", "agents/only", "Interne", "Secret"))});
  const auto live = index.open();
  EXPECT_EQ(live->number(), 1U);
  EXPECT_THAT(live->languages(), ElementsAre("en", "ro"));
  EXPECT_TRUE(live->has_language("ro"));
  EXPECT_FALSE(live->has_language("fr")) << "there is nothing for everyone";
  EXPECT_EQ(live->article_count(), 2U);
  EXPECT_EQ(live->find("en", "billing/refund", Audience::everyone)->row->title, "Refunds");
  EXPECT_EQ(live->find("en", "billing/refund", Audience::agents)->row->title, "Refunds for agents");
  EXPECT_EQ(live->find("ro", "billing/refund", Audience::agents)->row->title, "Plăți");
  EXPECT_FALSE(live->find("fr", "agents/only", Audience::everyone));
  EXPECT_TRUE(live->find("fr", "agents/only", Audience::agents));
  EXPECT_FALSE(live->find("xx", "billing/refund", Audience::agents));

  const auto found = live->find("ro", "billing/refund", Audience::everyone);
  const auto record = live->read_record(*found->database, *found->row, Generation::Part::all);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->html(), "<p>Text</p>");
}

TEST(Generation, ShowsDraftsToWritersOnly) {
  SmallIndex index;
  FileTable files;
  files.put("kb-file:0/draft.svg", {"dd", 1, 0});
  auto unpublished = draft(article("en", "a/draft", "Draft", "Text"));
  unpublished.facts.redirect_from = {"older"};
  unpublished.facts.publish_at = Time{std::chrono::hours{24}};
  unpublished.body.files = {"kb-file:0/draft.svg"};
  index.publish({article("en", "a/open", "Open", "Text"),
                 for_agents(article("en", "a/secret", "Secret", "Text")), unpublished,
                 draft(article("fr", "a/brouillon", "Brouillon", "Text"))},
                files);
  const auto live = index.open();
  EXPECT_THAT(live->languages(), ElementsAre("en")) << "French is nothing but a draft";
  EXPECT_THAT(live->languages(Audience::writers), ElementsAre("en", "fr"));
  EXPECT_TRUE(live->has_language("fr", Audience::writers));
  EXPECT_FALSE(live->has_language("fr", Audience::agents));
  EXPECT_EQ(live->redirected("en", "older"), std::nullopt);
  for (const auto audience : {Audience::everyone, Audience::agents}) {
    EXPECT_FALSE(live->find("en", "a/draft", audience));
    EXPECT_FALSE(live->find("fr", "a/brouillon", audience));
    EXPECT_EQ(live->file("kb-file:0/draft.svg", audience), nullptr);
    EXPECT_EQ(live->file_with_hash("dd", audience), nullptr);
  }
  const auto found = live->find("en", "a/draft", Audience::writers);
  ASSERT_TRUE(found);
  EXPECT_EQ(to_string(found->database->name), "en.drafts");
  EXPECT_EQ(found->row->publish_at, unpublished.facts.publish_at);
  EXPECT_NE(live->file_with_hash("dd", Audience::writers), nullptr);
  EXPECT_EQ(live->find("en", "a/open", Audience::writers)->row->title, "Open");
  EXPECT_EQ(live->find("en", "a/secret", Audience::writers)->row->title, "Secret");
}

TEST(Generation, LeadsFromOldPathsToTheArticle) {
  SmallIndex index;
  auto moved = article("en", "billing/refund", "Refunds", "Text");
  moved.facts.redirect_from = {"/old/refund/", "older"};
  auto secret = for_agents(article("en", "agents/only", "Internal", "Text"));
  secret.facts.redirect_from = {"secret"};
  index.publish({moved, secret});
  const auto live = index.open();
  EXPECT_EQ(live->redirected("en", "old/refund"), "billing/refund");
  EXPECT_EQ(live->redirected("en", "/older/"), "billing/refund");
  EXPECT_EQ(live->redirected("ro", "older"), std::nullopt);
  EXPECT_EQ(live->redirected("en", "secret"), std::nullopt);
}

TEST(Generation, ShowsFilesOnlyToWhomTheArticlesDo) {
  SmallIndex index;
  FileTable files;
  files.put("kb-file:0/public.svg", {"aa", 1, 0});
  files.put("kb-file:0/secret.svg", {"bb", 1, 0});
  files.put("kb-file:0/unused.svg", {"cc", 1, 0});
  auto open = article("en", "a/open", "Open", "Text");
  open.body.files = {"kb-file:0/public.svg"};
  auto secret = for_agents(article("en", "a/secret", "Secret", "Text"));
  secret.body.files = {"kb-file:0/secret.svg"};
  index.publish({open, secret}, files);
  const auto live = index.open();
  EXPECT_NE(live->file("kb-file:0/public.svg", Audience::everyone), nullptr);
  EXPECT_EQ(live->file("kb-file:0/secret.svg", Audience::everyone), nullptr);
  EXPECT_NE(live->file("kb-file:0/secret.svg", Audience::agents), nullptr);
  EXPECT_EQ(live->file("kb-file:0/unused.svg", Audience::agents), nullptr);
  EXPECT_NE(live->file_with_hash("aa", Audience::everyone), nullptr);
  EXPECT_EQ(live->file_with_hash("bb", Audience::everyone), nullptr);
  EXPECT_EQ(live->file_with_hash("cc", Audience::agents), nullptr);
  EXPECT_EQ(live->file_with_hash("dd", Audience::agents), nullptr);
}

TEST(Current, WithoutIsNoIndexYet) {
  const TemporaryFolder folder;
  const auto none = Generation::open_current(folder.path() / "index");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().what, "no index yet");
  EXPECT_EQ(none.error().hint, "build it with kb-index build");
}

TEST(Current, GarbageIsAnError) {
  SmallIndex index;
  index.publish({article("en", "a/b", "T", "x")});
  for (const char* garbage :
       {"", "\n", "gen-", "rubbish", "../gen-000001", "gen-000001 gen-000002"}) {
    overwrite(index.path() / kCurrentFile, garbage);
    const auto live = Generation::open_current(index.path());
    ASSERT_FALSE(live) << garbage;
    EXPECT_THAT(live.error().what, HasSubstr("names no generation"));
    EXPECT_THAT(live.error().hint, HasSubstr("kb-index build"));
  }
  overwrite(index.path() / kCurrentFile, "gen-000007\n");
  EXPECT_FALSE(Generation::open_current(index.path())) << "names a missing one";
}

TEST(Current, LeadsBackToAnOlderGeneration) {
  SmallIndex index;
  index.publish({article("en", "a/old", "Old", "x")});
  index.publish({article("en", "a/new", "New", "x")});
  EXPECT_TRUE(index.open()->find("en", "a/new", Audience::everyone));
  ASSERT_TRUE(write_durably(index.path() / kCurrentFile, "gen-000001\n"));
  EXPECT_TRUE(index.open()->find("en", "a/old", Audience::everyone));
  index.publish({article("en", "a/newest", "Newest", "x")});
  EXPECT_EQ(index.open()->number(), 3U) << "a number is never used twice";
}

class Damage : public testing::Test {
 protected:
  void SetUp() override {
    index_.publish({article("en", "a/b", "Title", "Some text to read")});
    folder_ = index_.path() / "gen-000001";
  }
  SmallIndex index_;
  fs::path folder_;
};

TEST_F(Damage, OfAFileIsAnErrorThatNamesIt) {
  for (const fs::path& file :
       {fs::path(kManifestFile), fs::path(kFileTable), fs::path("en.public") / kCatalogueFile}) {
    const auto whole = read_file(folder_ / file).value();
    for (const std::string& damaged : {std::string(), std::string("\xff\xff\xff"),
                                       whole.substr(0, whole.size() / 2), whole + "x"}) {
      if (damaged == whole) continue;
      overwrite(folder_ / file, damaged);
      const auto live = Generation::open_current(index_.path());
      ASSERT_FALSE(live) << file << " of " << damaged.size() << " bytes";
      EXPECT_THAT(live.error().where, HasSubstr("gen-000001"));
      EXPECT_THAT(live.error().hint, HasSubstr("kb-index build --full"));
    }
    fs::remove(folder_ / file);
    EXPECT_FALSE(Generation::open_current(index_.path())) << file << " is missing";
    overwrite(folder_ / file, whole);
    EXPECT_TRUE(Generation::open_current(index_.path()));
  }
}

// A catalogue with one flipped bit asked for four gigabytes of a small file.
TEST_F(Damage, OfTheRecordsIsFoundWhenOpened) {
  const auto records = folder_ / "en.public" / kRecordsFile;
  fs::resize_file(records, fs::file_size(records) - 1);
  const auto live = Generation::open_current(index_.path());
  ASSERT_FALSE(live);
  EXPECT_EQ(live.error().what, "the records end too early");
}

TEST_F(Damage, OfTheVocabularyIsAnErrorThatNamesIt) {
  const auto path = folder_ / kVocabularyFile;
  overwrite(path, encode({{"en", {{}, {}, {{"please", 1}}}}}));
  const auto live = Generation::open_current(index_.path());
  ASSERT_TRUE(live) << to_line(live.error());
  ASSERT_NE((*live)->vocabulary("en"), nullptr);
  EXPECT_EQ((*live)->vocabulary("en")->stopwords.front().text, "please");
  EXPECT_EQ((*live)->vocabulary("ro"), nullptr);
  overwrite(path, "{");
  const auto damaged = Generation::open_current(index_.path());
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().where, path.string());
}

TEST_F(Damage, OfTheCatalogueIsAnErrorOrAnIndexThatCanBeRead) {
  const auto path = folder_ / "en.public" / kCatalogueFile;
  for_each_damage(read_file(path).value(), [&](const std::string& damaged) {
    overwrite(path, damaged);
    const auto live = Generation::open_current(index_.path());
    if (!live) return;
    const auto* database = (*live)->database({"en", Audience::everyone});
    for (const auto& row : database->catalogue.rows())
      (void)(*live)->read_record(*database, row, Generation::Part::all);
  });
}

}  // namespace
}  // namespace kb::index

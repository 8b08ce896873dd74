#include "core/index/document.h"

#include <gtest/gtest.h>

#include "core/index/database_writer.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

PreparedArticle prepared(const Article& one) {
  text::Stemmers stemmers;
  text::Analyser analyser(one.lang, stemmers);
  return prepare(one, analyser);
}

TEST(Document, ItsRowSaysWhatTheArticleIs) {
  Article one = article("en", "billing/refund", "Refunds", "We pay you back.");
  one.body.sections.push_back({"how", "How", 2, "Five days."});
  one.body.files = {"kb-file:0/a.svg"};
  one.kind = Kind::answer;
  one.facts.redirect_from = {"old"};
  one.facts.stage = "pay";
  one.facts.contexts = {"/orders"};
  one.facts.updated = Time{};
  one.facts.expires_at = Time{std::chrono::seconds{5}};
  const auto ready = prepared(one);
  EXPECT_EQ(ready.row.id, "billing/refund");
  EXPECT_EQ(ready.row.title, "Refunds");
  EXPECT_EQ(ready.row.category, "billing");
  EXPECT_EQ(ready.row.kind, Kind::answer);
  EXPECT_EQ(ready.row.files, one.body.files);
  EXPECT_EQ(ready.row.redirect_from, one.facts.redirect_from);
  EXPECT_EQ(ready.row.stage, "pay");
  EXPECT_EQ(ready.row.contexts, one.facts.contexts);
  EXPECT_EQ(ready.row.updated, one.facts.updated);
  EXPECT_EQ(ready.row.expires_at, one.facts.expires_at);
  EXPECT_EQ(ready.row.section_count, 2U);
  EXPECT_EQ(ready.row.word_count, 6U) << "without titles";
  EXPECT_EQ(ready.row.record_size, ready.record.size());
  EXPECT_LT(ready.row.record_head_size, ready.row.record_size);
  EXPECT_NE(ready.terms, nullptr);
}

TEST(Document, UnlistedHasARecordButNoTerms) {
  Article one = article("en", "a/secret", "Secret", "Only who has the address reads this.");
  one.facts.unlisted = true;
  const auto ready = prepared(one);
  EXPECT_TRUE(ready.row.unlisted);
  EXPECT_EQ(ready.terms, nullptr);
  EXPECT_FALSE(ready.record.empty());
}

// Letters that nobody sees, words without end, ids without end: Xapian refuses such terms.
TEST(Document, AnyTextCanBeWritten) {
  const TemporaryFolder folder;
  auto writer = DatabaseWriter::create(folder.path() / "en.public");
  ASSERT_TRUE(writer);
  using namespace std::string_literals;
  int number = 0;
  for (const auto& text : {""s, "\u3164"s, "\xff\xfe\x80"s, "a\0b"s, std::string(100'000, 'x'),
                           "ـ"s, "\u200d\u200b"s, "🙂"s})
    for (const auto& id : {"a"s, std::string(2000, 'i')}) {
      Article one = article("en", id + std::to_string(number++), text, text);
      one.facts.category = text;
      one.facts.tags = one.facts.keywords = {text, ""};
      const auto put = writer->put(prepared(one));
      EXPECT_TRUE(put) << to_line(put.error());
    }
  const auto facts = writer->finish();
  ASSERT_TRUE(facts) << to_line(facts.error());
  EXPECT_EQ(facts->articles, static_cast<std::uint64_t>(number));
}

}  // namespace
}  // namespace kb::index

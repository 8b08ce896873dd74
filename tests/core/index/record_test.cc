#include "core/index/record.h"

#include <gtest/gtest.h>

#include "core/index/document.h"
#include "core/index/passage.h"
#include "tests/core/index/damage.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

RecordBytes encode(const Article& one) {
  text::Stemmers stemmers;
  text::Analyser analyser(one.lang, stemmers);
  RecordWriter writer;
  for (const auto& section : one.body.sections) {
    const auto title_words = analyser.analyse(section.title);
    writer.add_section(section, title_words, analyser.analyse(section.text));
  }
  return writer.finish(one);
}

Article sample_record() {
  Article one = article("en", "billing/refund", "Refunds", "Money & <more>.\nTwice.");
  one.body.sections.push_back({"how-long", "How long it takes", 2, "Refunds take five days."});
  one.facts.summary = "Getting money back";
  one.facts.tags = {"money", "orders"};
  one.facts.applies_to = {"plan:home"};
  return one;
}

TEST(Record, ComesBackAsItWasWritten) {
  const auto record = Record::decode(encode(sample_record()).all);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->summary(), "Getting money back");
  EXPECT_EQ(record->html(), "<p>Money & <more>.\nTwice.</p>");
  EXPECT_EQ(record->tags(), (std::vector<std::string_view>{"money", "orders"}));
  EXPECT_EQ(record->applies_to(), std::vector<std::string_view>{"plan:home"});
  ASSERT_EQ(record->sections().size(), 2U);
  EXPECT_EQ(record->sections()[1].anchor, "how-long");
  EXPECT_EQ(record->sections()[1].title, "How long it takes");
  EXPECT_EQ(record->sections()[1].level, 2);
  EXPECT_EQ(record->sections()[1].text, "Refunds take five days.");
}

TEST(Record, KnowsItsWords) {
  const auto record = Record::decode(encode(sample_record()).all);
  ASSERT_TRUE(record);
  const auto& section = record->sections()[1];
  std::vector<std::string_view> words;
  RecordWords encoded(section.encoded_words);
  for (RecordWord word{}; encoded.next(word);) {
    EXPECT_LT(word.key, record->keys().size());
    words.push_back(section.text.substr(word.begin, word.end - word.begin));
  }
  EXPECT_EQ(words, (std::vector<std::string_view>{"Refunds", "take", "five", "days"}));
}

TEST(Record, ReadsItsHeadAlone) {
  const auto bytes = encode(sample_record());
  const auto head = Record::decode(bytes.all.substr(0, bytes.head_size));
  ASSERT_TRUE(head);
  EXPECT_EQ(head->html(), "");
  EXPECT_EQ(head->sections().size(), 2U);
}

TEST(Record, SurvivesAMove) {
  auto record = Record::decode(encode(sample_record()).all);
  const Record moved = std::move(*record);
  EXPECT_EQ(moved.summary(), "Getting money back");
}

// A word that ended before it began, in a damaged record, was cut out of the text beyond its end.
TEST(Record, DamagedIsAnErrorOrShowsAPassage) {
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  std::vector<WantedWord> wanted;
  for (const auto& word : analyser.analyse("money refunds days"))
    wanted.push_back({key_of(*word.forms), 1});
  for_each_damage(encode(sample_record()).all, [&](const std::string& damaged) {
    if (const auto record = Record::decode(damaged)) best_passage(*record, wanted);
  });
}

TEST(Record, TruncatedIsAnErrorExceptAtItsHead) {
  const auto bytes = encode(sample_record());
  for (std::size_t size = 0; size < bytes.all.size(); ++size)
    EXPECT_EQ(Record::decode(bytes.all.substr(0, size)).has_value(), size == bytes.head_size)
        << size;
}

TEST(RecordWords, OnlyGoForward) {
  for (const auto length : {std::uint64_t{0xFFFFFFFF}, std::uint64_t{1} << 63}) {
    ByteWriter out;
    out.number(0xFFFFFFF0);
    out.number(length);
    out.number(0);
    RecordWords words(out.bytes());
    for (RecordWord word{}; words.next(word);) EXPECT_LE(word.begin, word.end);
  }
}

}  // namespace
}  // namespace kb::index

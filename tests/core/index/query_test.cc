#include "core/index/query.h"

#include <gtest/gtest.h>

#include <random>

namespace kb::index {
namespace {

std::string shown(const Phrase& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word.surface;
  return text;
}

std::string understood(std::string_view typed, std::string_view lang = "en") {
  text::Stemmers stemmers;
  text::Analyser analyser(lang, stemmers);
  const Query query = parse_query(typed, analyser);
  std::string text = shown(query.words);
  for (const auto& phrase : query.phrases) text += " \"" + shown(phrase) + "\"";
  for (const auto& phrase : query.excluded) text += " -(" + shown(phrase) + ")";
  return text;
}

struct Case {
  std::string_view typed, understood;
};
class Queries : public testing::TestWithParam<Case> {};

TEST_P(Queries, AreUnderstood) {
  EXPECT_EQ(understood(GetParam().typed), GetParam().understood);
}

INSTANTIATE_TEST_SUITE_P(Words, Queries,
                         testing::Values(Case{"refund", "refund"}, Case{"How do I?", "how do i"},
                                         Case{"refund Refund REFUND", "refund"},
                                         Case{"e-mail", "e mail"}, Case{"E-1042", "e 1042"},
                                         Case{"  two\twords\r\n", "two words"}));

INSTANTIATE_TEST_SUITE_P(
    Phrases, Queries,
    testing::Values(Case{"\"express delivery\" cost", "cost \"express delivery\""},
                    Case{"“express delivery”", " \"express delivery\""},
                    Case{"„express delivery“", " \"express delivery\""},
                    Case{"«express delivery»", " \"express delivery\""},
                    Case{"»express delivery«", " \"express delivery\""},
                    Case{"„express delivery\"", " \"express delivery\""},
                    Case{"a\"b c\"d", "a d \"b c\""}, Case{"\"one\" \"two\"", " \"one\" \"two\""},
                    Case{"\"open to the end", "open to the end"}, Case{"19\" rack", "19 rack"},
                    Case{"\"\"", ""}, Case{"\"\" refund", "refund"},
                    Case{"\"?!\" refund", "refund"}));

INSTANTIATE_TEST_SUITE_P(
    Exclusions, Queries,
    testing::Values(Case{"refund -gift", "refund -(gift)"},
                    Case{"refund -\"gift card\"", "refund -(gift card)"},
                    Case{"refund -„gift card“", "refund -(gift card)"},
                    Case{"refund -e-mail", "refund -(e mail)"},
                    Case{"refund - gift", "refund gift"}, Case{"refund --gift", "refund gift"},
                    Case{"refund gift-", "refund gift"}, Case{"-gift", "gift"},
                    Case{"-a -\"b c\"", "a b c"}, Case{"refund -\"open", "refund open"},
                    Case{"refund -?", "refund"},
                    Case{"-refund \"gift card\"", " \"gift card\" -(refund)"}));

INSTANTIATE_TEST_SUITE_P(NothingIsASyntaxError, Queries,
                         testing::Values(Case{"AND OR NOT ( \" * ~ :", "and or not"},
                                         Case{"title:refund", "title refund"},
                                         Case{"(refund) AND [x TO y]", "refund and x to y"},
                                         Case{"ref*", "ref"}, Case{"XCbilling", "xcbilling"},
                                         Case{"", ""}, Case{"?!…—()\"'", ""}, Case{"-", ""},
                                         Case{"- - -", ""}, Case{"\"", ""}, Case{"-\"", ""},
                                         Case{"\x01\x02\x1b[31m", "31m"}, Case{"\xff\xfe\x80", ""},
                                         Case{"re\xff"
                                              "fund",
                                              "re fund"},
                                         Case{{"a\0b", 3}, "a b"}));

TEST(Queries, OfManyWordsAreCutToTheFirst) {
  std::string typed;
  for (int i = 0; i < 2000; ++i) typed += "w" + std::to_string(i) + " ";
  ASSERT_GT(typed.size(), 10'000U);
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  EXPECT_EQ(parse_query(typed, analyser).words.size(), kLongestQuery);
  EXPECT_EQ(parse_query(typed, analyser).words.back().surface, "w47");
  const Query quoted = parse_query("\"" + typed.substr(0, 3000) + "\"", analyser);
  ASSERT_EQ(quoted.phrases.size(), 1U);
  EXPECT_EQ(quoted.phrases[0].size(), kLongestQuery);
}

TEST(Queries, AreSegmentedAsTheirLanguageIs) {
  EXPECT_EQ(understood("退款需要多长时间", "zh"), "退款 需要 多 长 时间");
  EXPECT_EQ(understood("เงินคืน", "th"), "เงิน คืน");
}

TEST(Queries, SurviveAnyBytes) {
  text::Stemmers stemmers;
  text::Analyser analyser("en", stemmers);
  constexpr std::string_view kLetters = "ab -\"“”„«»\xff\x80\n\xe2\x80'*";
  std::mt19937 random(42);
  for (int round = 0; round < 3000; ++round) {
    std::string typed(random() % 40, ' ');
    for (char& c : typed) c = kLetters[random() % kLetters.size()];
    const Query query = parse_query(typed, analyser);
    EXPECT_TRUE(query.excluded.empty() || !query.words.empty() || !query.phrases.empty()) << typed;
  }
}

}  // namespace
}  // namespace kb::index

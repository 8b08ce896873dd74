#include "core/index/vocabulary_match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Time kNow{std::chrono::seconds{1'767'268'800}};

std::string text_of(const Phrase& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word.surface;
  return text;
}

class Matching {
 public:
  Matching(std::string lang, const Vocabulary& vocabulary)
      : analyser_(lang, stemmers_), matcher_(vocabulary, analyser_) {}

  // "money back: refund | reimbursement", one line a match.
  std::vector<std::string> synonyms(std::string_view query) {
    const Phrase words = words_of(query, analyser_);
    std::vector<std::string> lines;
    for (const auto& match : matcher_.synonyms(words)) {
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(match.first);
      const auto end = begin + static_cast<std::ptrdiff_t>(match.count);
      lines.push_back(text_of({begin, end}) + ":");
      for (const auto& alternative : match.alternatives)
        lines.back() +=
            (&alternative == &match.alternatives.front() ? " " : " | ") + text_of(alternative);
    }
    return lines;
  }

  std::vector<std::string> rules(std::string_view query) {
    std::vector<std::string> rules;
    for (const auto& match : matcher_.synonyms(words_of(query, analyser_)))
      rules.push_back(match.rule);
    return rules;
  }

  std::vector<std::string> pinned(std::string_view query, Time now = kNow) {
    return matcher_.pinned(words_of(query, analyser_), now);
  }

  // Those of the text's words that are stop words.
  std::string stop_words(std::string_view text) {
    Phrase words = words_of(text, analyser_);
    std::erase_if(words, [&](const auto& word) { return !matcher_.is_stop_word(word); });
    return text_of(words);
  }

 private:
  text::Stemmers stemmers_;
  text::Analyser analyser_;
  VocabularyMatcher matcher_;
};

Vocabulary english() {
  Vocabulary words;
  words.synonyms = {{{"refund", "money back", "reimbursement"}, {}, 2},
                    {{"card"}, {"payment method"}, 3},
                    {{"credit card", "debit card"}, {"card number"}, 4},
                    {{"wifi", "WLAN"}, {"wireless network"}, 5},
                    {{"wifi"}, {"hub"}, 6}};
  words.stopwords = {{"how", 1}, {"do", 2}, {"I", 3}, {"a", 4}, {"will", 5}, {"a lot", 6}};
  return words;
}

struct SynonymCase {
  std::string query;
  std::vector<std::string> matches;
};
class EnglishSynonyms : public testing::TestWithParam<SynonymCase> {};
TEST_P(EnglishSynonyms, AreFound) {
  EXPECT_EQ(Matching("en", english()).synonyms(GetParam().query), GetParam().matches);
}
INSTANTIATE_TEST_SUITE_P(
    Queries, EnglishSynonyms,
    testing::Values(SynonymCase{"refund", {"refund: money back | reimbursement"}},
                    SynonymCase{"Refunds please", {"refunds: money back | reimbursement"}},
                    SynonymCase{"where is my money back", {"money back: refund | reimbursement"}},
                    SynonymCase{"money", {}}, SynonymCase{"back money", {}},
                    SynonymCase{"money on the way back", {}},
                    SynonymCase{"refund my card",
                                {"refund: money back | reimbursement", "card: payment method"}},
                    // The longest counts, and nothing in it again.
                    SynonymCase{"credit cards", {"credit cards: card number"}},
                    SynonymCase{"credit", {}},
                    // Two rules for one word; one way only.
                    SynonymCase{"wifi", {"wifi: wireless network", "wifi: hub"}},
                    SynonymCase{"wlan", {"wlan: wireless network"}},
                    SynonymCase{"wireless network", {}}, SynonymCase{"", {}}));

TEST(Synonyms, SayTheirRule) {
  Matching matching("en", english());
  EXPECT_THAT(matching.rules("money back"),
              ElementsAre("refund = money back = reimbursement (synonyms.yaml:2)"));
  EXPECT_THAT(matching.rules("wlan"), ElementsAre("WLAN -> wireless network (synonyms.yaml:5)"));
}

struct LanguageCase {
  std::string lang, from, to, query, match;
};
class SynonymsIn : public testing::TestWithParam<LanguageCase> {};
TEST_P(SynonymsIn, MatchInflectedAndUnaccented) {
  const auto& test = GetParam();
  Vocabulary words;
  words.synonyms = {{{test.from}, {test.to}, 1}};
  EXPECT_THAT(Matching(test.lang, words).synonyms(test.query), ElementsAre(test.match));
}
INSTANTIATE_TEST_SUITE_P(
    Languages, SynonymsIn,
    testing::Values(LanguageCase{"ro", "înapoi bani", "rambursare", "inapoi banii",
                                 "inapoi banii: rambursare"},
                    LanguageCase{"ro", "plăți", "facturi", "plati", "plati: facturi"},
                    LanguageCase{"ro", "plăţi", "facturi", "plăți", "plăți: facturi"},
                    LanguageCase{"de", "Gebühr", "Kosten", "gebuhren", "gebuhren: kosten"},
                    LanguageCase{"fr", "délai", "durée", "DELAI", "delai: durée"},
                    LanguageCase{"ru", "посылка", "доставка", "посылки", "посылки: доставка"},
                    LanguageCase{"pl", "przesyłka", "paczka", "przesylka", "przesylka: paczka"},
                    LanguageCase{"ja", "返金", "払い戻し", "返金", "返金: 払い戻し"}));

TEST(Synonyms, ThatAreTheSameWordAreLeftOut) {
  Vocabulary words;
  words.synonyms = {{{"refund", "refunds", "money"}, {}, 1},
                    {{"hub"}, {"hubs"}, 2},
                    {{"!"}, {"sensor"}, 3},
                    {{"sensor"}, {"…"}, 4}};
  Matching matching("en", words);
  EXPECT_THAT(matching.synonyms("refund hub sensor"), ElementsAre("refund: money"));
}

Vocabulary pins() {
  Vocabulary words = english();
  words.pins = {{{"refund", "money back"}, {"billing/refund", "delivery/return"}, {}, {}, 1},
                {{"refund"}, {"delivery/return", "billing/card"}, {}, {}, 2},
                {{"black friday"}, {"billing/offers"}, kNow, kNow + std::chrono::hours{24}, 3},
                {{"how do I"}, {"start"}, {}, {}, 4},
                {{"…"}, {"never"}, {}, {}, 5}};
  return words;
}

struct PinCase {
  std::string query;
  std::vector<std::string> articles;
};
class Pinned : public testing::TestWithParam<PinCase> {};
TEST_P(Pinned, ComeForTheirQueries) {
  EXPECT_EQ(Matching("en", pins()).pinned(GetParam().query), GetParam().articles);
}
INSTANTIATE_TEST_SUITE_P(
    Queries, Pinned,
    testing::Values(PinCase{"refund", {"billing/refund", "delivery/return", "billing/card"}},
                    PinCase{"How do I do a refund?",
                            {"billing/refund", "delivery/return", "billing/card"}},
                    PinCase{"back money", {"billing/refund", "delivery/return"}},
                    PinCase{"money back money", {"billing/refund", "delivery/return"}},
                    PinCase{"money", {}}, PinCase{"refund card", {}},
                    PinCase{"Black Fridays", {"billing/offers"}},
                    // Of nothing but stop words each counts.
                    PinCase{"how do I", {"start"}}, PinCase{"how do", {}}, PinCase{"how", {}},
                    PinCase{"", {}}, PinCase{"…", {}}));

TEST(Pins, HaveTheirTime) {
  Matching matching("en", pins());
  EXPECT_THAT(matching.pinned("black friday", kNow - std::chrono::seconds{1}), IsEmpty());
  EXPECT_THAT(matching.pinned("black friday", kNow), ElementsAre("billing/offers"));
  EXPECT_THAT(matching.pinned("black friday", kNow + std::chrono::hours{24}), IsEmpty());
}

TEST(StopWords, AreComparedAsTheyAreWritten) {
  EXPECT_EQ(Matching("en", english()).stop_words("How does a lot of willing do HOW"),
            "how a do how");
  Vocabulary german;
  german.stopwords = {{"will", 1}, {"für", 2}};
  // "Wille" has the stem of "will".
  EXPECT_EQ(Matching("de", german).stop_words("mein Wille will fur für"), "will fur für");
}

}  // namespace
}  // namespace kb::index

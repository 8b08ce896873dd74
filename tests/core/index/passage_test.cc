#include "core/index/passage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/index/document.h"
#include "core/text/normal_form.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Passage passage_of(Article one, std::string_view typed) {
  text::Stemmers stemmers;
  text::Analyser analyser(one.lang, stemmers);
  const auto ready = prepare(one, analyser);
  const auto record = Record::decode(ready.record);
  EXPECT_TRUE(record);
  std::vector<WantedWord> wanted;
  for (const auto& word : analyser.analyse(typed)) wanted.push_back({key_of(*word.forms), 1});
  return best_passage(*record, wanted);
}

std::string snippet(std::string lang, std::string text, std::string_view typed) {
  return passage_of(article(std::move(lang), "a/b", "Title", std::move(text)), typed).snippet_html;
}

struct Case {
  std::string lang, text;
  std::string_view typed, html;
};
class Snippets : public testing::TestWithParam<Case> {};

TEST_P(Snippets, MarkWhatWasSearched) {
  EXPECT_EQ(snippet(GetParam().lang, GetParam().text, GetParam().typed), GetParam().html);
}

INSTANTIATE_TEST_SUITE_P(
    Marks, Snippets,
    testing::Values(
        Case{"en", "We send refunds in days.", "refund", "We send <mark>refunds</mark> in days."},
        Case{"en", "One refund, two refunds", "refunds",
             "One <mark>refund</mark>, two <mark>refunds</mark>"},
        Case{"ro", "Despre plăți online.", "plati", "Despre <mark>plăți</mark> online."},
        Case{"it", "Apri l'ordine.", "ordini", "Apri l&#39;<mark>ordine</mark>."},
        Case{"ja", "注文の返金について", "返金", "注文の<mark>返金</mark>について"},
        Case{"zh", "退款需要时间", "需要", "退款<mark>需要</mark>时间"},
        Case{"th", "ต้องการเงินคืน", "เงิน", "ต้องการ<mark>เงิน</mark>คืน"},
        Case{"en", "Nothing of it.", "refund", "Nothing of it."}, Case{"en", "", "refund", ""}));

INSTANTIATE_TEST_SUITE_P(
    Escaped, Snippets,
    testing::Values(
        Case{"en", "<b>&\"'refund'\"&</b>", "refund",
             "&lt;b&gt;&amp;&quot;&#39;<mark>refund</mark>&#39;&quot;&amp;&lt;/b&gt;"},
        Case{"en", "<mark>refund</mark>", "refund", "&lt;mark&gt;<mark>refund</mark>&lt;/mark&gt;"},
        Case{"en", "<script>&'\"", "x", "&lt;script&gt;&amp;&#39;&quot;"},
        Case{"en", "First line.\nA refund\nlast", "refund", "… A <mark>refund</mark> · last"}));

TEST(Passage, IsTheSectionThatHasMostOfTheWords) {
  Article one = article("en", "a/b", "Refunds", "About a refund.");
  one.body.sections.push_back({"who", "Who", 2, "Everybody can ask for a refund. A refund!"});
  one.body.sections.push_back({"late", "When a refund is late", 2, "Write to us after ten days."});
  one.body.sections.push_back({"tax", "Taxes", 2, "Nothing here."});
  EXPECT_EQ(passage_of(one, "refund late").section, 2U);
  EXPECT_EQ(passage_of(one, "everybody refund").section, 1U);
  EXPECT_EQ(passage_of(one, "about").section, std::nullopt) << "the lead has no anchor";
  EXPECT_EQ(passage_of(one, "zebra").section, std::nullopt);
}

TEST(Passage, WithoutAMatchInTheTextIsTheSummaryOrTheBeginning) {
  Article one = article("en", "a/b", "Title", "");
  one.body.sections.push_back({"x", "X", 2, "The first text."});
  EXPECT_EQ(passage_of(one, "zebra").snippet_html, "The first text.");
  one.facts.summary = "What it is <about>";
  EXPECT_EQ(passage_of(one, "zebra").snippet_html, "What it is &lt;about&gt;");
}

TEST(Passage, ShowsTheWindowWithMostMatches) {
  std::string text = "refund ";
  for (int i = 0; i < 100; ++i) text += "filler" + std::to_string(i) + " ";
  text += "late refund taxes";
  for (int i = 100; i < 200; ++i) text += " filler" + std::to_string(i);
  const auto html = snippet("en", text, "late refund taxes");
  EXPECT_THAT(html, StartsWith("… "));
  EXPECT_THAT(html, EndsWith(" …"));
  EXPECT_THAT(html, HasSubstr("<mark>late</mark> <mark>refund</mark> <mark>taxes</mark>"));
  EXPECT_LT(html.size(), 600U);
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Passage, IsCutBetweenWordsInEveryScript) {
  struct Text {
    std::string lang, text, typed;
  };
  for (const auto& [lang, text, typed] :
       {Text{"th", repeated("ต้องการ", 80) + "เงินคืน" + repeated("ต้องการ", 80), "เงิน"},
        Text{"ja", repeated("注文について", 60) + "返金" + repeated("注文について", 60), "返金"},
        Text{"en", repeated("orders ", 90) + "refund" + repeated(" orders", 90), "refund"}}) {
    const auto html = snippet(lang, text, typed);
    EXPECT_TRUE(text::is_valid_utf8(html)) << html;
    EXPECT_THAT(html, StartsWith("… "));
    EXPECT_THAT(html, EndsWith(" …"));
    EXPECT_THAT(html, HasSubstr("<mark>"));
    const auto first = html.substr(std::string("… ").size());
    const auto unit = lang == "th" ? "ต้องการ" : lang == "ja" ? "" : "orders";
    EXPECT_THAT(first, StartsWith(unit)) << "cut inside a word";
    EXPECT_LT(html.size(), 500U);
  }
}

// Between two matches stood a rule of ten thousand dashes, and the snippet showed them all.
TEST(Passage, IsShortWhateverStandsBetweenMatches) {
  const auto html = snippet("en", "refund " + repeated("-", 10'000) + " late", "refund late");
  EXPECT_THAT(html, HasSubstr("<mark>refund</mark>"));
  EXPECT_LT(html.size(), 600U);
}

// The one space of a Japanese text stood behind its first word, and the snippet ended there.
TEST(Passage, DoesNotEndAtAnEarlySpace) {
  const auto html = snippet("ja", "ハブ " + repeated("注文について", 60), "zebra");
  EXPECT_GT(html.size(), 150U);
  EXPECT_THAT(html, EndsWith("…"));
  EXPECT_TRUE(text::is_valid_utf8(html));
}

}  // namespace
}  // namespace kb::index

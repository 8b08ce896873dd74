#include "indexer/check/vocabulary_rules.h"

#include <gmock/gmock.h>

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// Files are below the site's folder: its articles in content/, the team's words in search/.
class VocabularyRules : public RuleTest {
 protected:
  VocabularyRules() { site.config.search.path = site.content() / "_search"; }
};

TEST_P(VocabularyRules, HoldTheTeamsWordsAgainstTheArticles) {
  expect_findings({rules::search_file, rules::unknown_article, rules::expired_pin,
                   rules::synonym_loop, rules::shadowed_entry, rules::idle_entry});
}

const ContentFile kRefund{"en/billing/refund.md", "# Refunds\n\nYour money, by card.\n"};
const ContentFile kHub{"en/hub.md", "# The hub\n\nIt needs a wireless network.\n"};

RuleCase synonyms(const std::string& yaml, std::vector<std::string> findings) {
  return {{kRefund, kHub, {"_search/en/synonyms.yaml", yaml}}, std::move(findings)};
}
RuleCase pins(const std::string& yaml, std::vector<std::string> findings) {
  return {{kRefund,
           kHub,
           {"en/later.md", "---\npublish_at: 2027-01-01\n---\nText.\n"},
           {"en/staff.md", "---\naudience: agents\n---\nText.\n"},
           {"en/quiet.md", "---\nunlisted: true\n---\nText.\n"},
           {"ro/only.md", "Text.\n"},
           {"_search/en/stopwords.yaml", "[how, to]\n"},
           {"_search/en/pins.yaml", yaml}},
          std::move(findings)};
}

INSTANTIATE_TEST_SUITE_P(
    Synonyms, VocabularyRules,
    testing::Values(
        synonyms("two_way:\n  - [refund, money back, rebate]\none_way:\n  - {from: wifi, to: "
                 "wireless network}\n  - {from: wlan, to: wireless networks}\n",
                 {}),
        synonyms("two_way:\n  - [refund]\n",
                 {"_search/en/synonyms.yaml:2: error: expected two texts or more that mean the "
                  "same; - [refund, money back] [search-file]"}),
        synonyms("two_way:\n  - [refund, Refunds, rebate]\n",
                 {"_search/en/synonyms.yaml:2: warning: `refund` and `Refunds` are the same to "
                  "search already; leave one of them out [synonym-loop]"}),
        synonyms("one_way:\n  - {from: cards, to: card}\n",
                 {"_search/en/synonyms.yaml:2: warning: `cards` and `card` are the same to search "
                  "already; leave one of them out [synonym-loop]"}),
        synonyms("one_way:\n  - {from: refund, to: money}\n  - {from: money, to: card}\n  - {from: "
                 "card, to: refunds}\n",
                 {"_search/en/synonyms.yaml:4: warning: `refunds` leads back to `card` in other "
                  "lines; write them in one line of `two_way`; synonyms of synonyms are not "
                  "followed [synonym-loop]"}),
        synonyms("two_way:\n  - [refund, rebate]\n  - [rebates, refund, cashback]\none_way:\n  - "
                 "{from: cashback, to: refund}\n",
                 {"_search/en/synonyms.yaml:3: warning: `rebates` leads to `refund` by line 2 "
                  "already; delete one of the two [shadowed-entry]",
                  "_search/en/synonyms.yaml:5: warning: `cashback` leads to `refund` by line 3 "
                  "already; delete one of the two [shadowed-entry]"}),
        synonyms("two_way:\n  - [rebate, cashback]\none_way:\n  - {from: money, to: cash box}\n",
                 {"_search/en/synonyms.yaml:2: warning: no article in en has the words of any of "
                  "these; add the words that the articles use [idle-entry]",
                  "_search/en/synonyms.yaml:4: warning: no article in en has the words of `cash "
                  "box`; use the words that the articles use [idle-entry]"}),
        synonyms("one_way:\n  - {from: \"?!\", to: card}\n",
                 {"_search/en/synonyms.yaml:2: warning: `?!` has no word: it does nothing; write "
                  "words [idle-entry]"})));

INSTANTIATE_TEST_SUITE_P(
    Pins, VocabularyRules,
    testing::Values(
        pins("- {queries: [refund, how to], articles: [billing/refund, hub]}\n",
             {"_search/en/pins.yaml:1: warning: `how to` is nothing but stop words; take them out "
              "of stopwords.yaml, or leave this out [idle-entry]"}),
        pins("- {queries: refund, articles: biling/refund}\n",
             {"_search/en/pins.yaml:1: error: there is no article biling/refund in en; did you "
              "mean billing/refund? [unknown-article]"}),
        pins("- {queries: a, articles: only}\n",
             {"_search/en/pins.yaml:1: error: there is no article only in en; write its path "
              "without the language and .md, such as billing/refund [unknown-article]"}),
        pins("- {queries: a, articles: [later, staff, quiet]}\n",
             {"_search/en/pins.yaml:1: warning: the article later is not published; publish it, or "
              "pin another [idle-entry]",
              "_search/en/pins.yaml:1: warning: the article quiet is unlisted; publish it, or pin "
              "another [idle-entry]",
              "_search/en/pins.yaml:1: warning: the article staff is for agents only; publish it, "
              "or pin another [idle-entry]"}),
        pins("- {queries: refund, articles: hub, until: 2025-12-31}\n- {queries: refund, articles: "
             "hub, until: 2026-01-01}\n",
             {"_search/en/pins.yaml:1: warning: its time was over on 2025-12-31; move `until`, or "
              "delete the pin [expired-pin]",
              "_search/en/pins.yaml:2: warning: `refund` is pinned by line 1 already, whose "
              "articles come first; put them into one pin [shadowed-entry]"}),
        // Another time, another pin.
        pins("- {queries: refund, articles: hub, until: 2026-01-31}\n- {queries: refund, articles: "
             "hub, from: 2026-02-01}\n",
             {}),
        pins("- {queries: refund card, articles: hub}\n- {queries: how to card refunds, articles: "
             "hub}\n",
             {"_search/en/pins.yaml:2: warning: `how to card refunds` is pinned by line 1 already, "
              "whose articles come first; put them into one pin [shadowed-entry]"})));

INSTANTIATE_TEST_SUITE_P(
    StopWords, VocabularyRules,
    testing::Values(RuleCase{
        {kRefund, {"_search/en/stopwords.yaml", "- please\n- a lot\n- '!'\n- Please\n"}},
        {"_search/en/stopwords.yaml:2: warning: `a lot` is 2 words: it does nothing; write single "
         "words [idle-entry]",
         "_search/en/stopwords.yaml:3: warning: `!` is 0 words: it does nothing; write single "
         "words [idle-entry]",
         "_search/en/stopwords.yaml:4: warning: `Please` is a stop word by line 1 already; delete "
         "one of the two [shadowed-entry]"}}));

// A fallback language's article may be pinned: it is what readers see.
TEST(VocabularyOfALanguage, MayNameArticlesOfItsFallbacks) {
  SiteInFolder site;
  site.config.search.path = site.content() / "_search";
  site.write("en/hub.md", "# The hub\n");
  site.write("_search/ro/pins.yaml", "- {queries: hub, articles: [hub, bridge]}\n");
  EXPECT_THAT(findings_of(site, {rules::unknown_article}),
              ElementsAre(HasSubstr("there is no article bridge in ro")));
}

}  // namespace
}  // namespace kb

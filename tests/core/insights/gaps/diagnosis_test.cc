#include "core/insights/gaps/diagnosis.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

#include "tests/core/insights/gaps/table_finder.h"

namespace kb::insights {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// What several customers did, each once.
struct Did {
  std::uint64_t customers = 1;
  std::vector<Failure> failures = {};
  std::string article = {};   // "pl/billing/refund"; empty: none was opened
  std::string followed = {};  // other words
  bool ticket = false;
  std::string question = "zwrot kasy";
};

struct Scenario {
  std::string name;
  std::vector<Did> askings;
  std::vector<std::pair<std::string, double>> found;  // for "zwrot kasy"
  std::string expected;                               // diagnosis, then reasons
  std::vector<std::string> votes = {};                // reasons, on pl/billing/refund
  bool has_synonym = false;                           // kasy → kosztów
};

void PrintTo(const Scenario& scenario, std::ostream* out) {
  *out << scenario.name;
}

std::string worded(const Diagnosed& diagnosed) {
  std::string text(diagnosis_name(diagnosed.diagnosis));
  for (const auto& [key, count, what] : diagnosed.reasons)
    text += "; " + key + " " + std::to_string(count) + (what.empty() ? "" : " " + what);
  return text;
}

class DiagnosedCluster : public testing::TestWithParam<Scenario> {
 protected:
  DiagnosedCluster() {
    asked.tickets = {"contact/1042"};
    finder.texts = {
        {"pl/billing/refund", {.title = "Zwrot kosztów", .category = "billing"}},
        {"en/billing/refund", {.title = "Refunds", .category = "billing"}},
        {"pl/billing/old", {.title = "Stary zwrot", .category = "billing", .is_stale = true}},
        {"en/billing/trial", {.title = "Trial", .category = "offers"}}};
  }

  std::uint32_t question(const std::string& text) {
    const auto known = std::ranges::find(asked.questions, text, &Question::text);
    if (known != asked.questions.end())
      return static_cast<std::uint32_t>(known - asked.questions.begin());
    asked.questions.push_back({"pl", text});
    return static_cast<std::uint32_t>(asked.questions.size() - 1);
  }

  std::uint32_t article(const std::string& object) {
    if (object.empty()) return kNothing;
    const auto known = std::ranges::find(asked.articles, object);
    const auto number = static_cast<std::uint32_t>(known - asked.articles.begin());
    if (known == asked.articles.end()) asked.articles.push_back(object);
    return number;
  }

  void add(const Did& did) {
    const auto opened = article(did.article);
    for (std::uint64_t i = 0; i < did.customers; ++i) {
      Asking asking{.question = question(did.question), .who = ++who_, .article = opened};
      for (const auto failure : did.failures) asking.failures |= bit(failure);
      if (!did.followed.empty()) asking.followed = question(did.followed);
      if (did.ticket) asking.ticket = 0;
      asked.askings.push_back(asking);
    }
  }

  Result<Diagnosed> diagnosis(std::span<const SynonymProposal> synonyms = {}) {
    const AskedWords words(asked.questions);
    ClusterFacts facts{.asked = asked, .words = words, .lang = "pl", .synonyms = synonyms};
    for (const auto& asking : asked.askings) {
      facts.askings.push_back(&asking);
      if (std::ranges::find(facts.questions, asking.question) == facts.questions.end())
        facts.questions.push_back(asking.question);
    }
    return diagnose(facts, finder);
  }

  Asked asked;
  TableFinder finder;

 private:
  std::uint64_t who_ = 0;
};

const std::vector<SynonymProposal> kSynonyms = {
    {.lang = "en", .asked = "kasy", .found = "cash", .article = {}, .customers = 9},
    {.lang = "pl", .asked = "paczka", .found = "przesyłka", .article = {}, .customers = 8},
    {.lang = "pl", .asked = "kasy", .found = "kosztów", .article = {}, .customers = 7}};

TEST_P(DiagnosedCluster, IsWhatTheReasonsSay) {
  const auto& scenario = GetParam();
  for (const auto& did : scenario.askings) add(did);
  finder.found["zwrot kasy"] = scenario.found;
  for (const auto& vote : scenario.votes)
    asked.notes.push_back({.article = 0, .question = 0, .reason = vote, .text = {}});
  const auto found =
      diagnosis(scenario.has_synonym ? std::span(kSynonyms) : std::span<const SynonymProposal>());
  ASSERT_TRUE(found);
  EXPECT_EQ(worded(*found), scenario.expected);
  EXPECT_EQ(found->synonym.has_value(), found->reasons.front().key == "synonym");
}

using enum Failure;

INSTANTIATE_TEST_SUITE_P(
    Missing, DiagnosedCluster,
    testing::Values(Scenario{"nothing is there",
                             {{7, {no_results}}, {2, {no_results, contact}, {}, {}, true}},
                             {},
                             "missing; no_article 0; no_results 9; contact 2"},
                    Scenario{"only some words are",
                             {{4, {no_click}}},
                             {{"billing/refund", 0.33}},
                             "missing; nearest 33 Zwrot kosztów; no_click 4"},
                    Scenario{"nearly none are",
                             {{4, {no_click}}},
                             {{"billing/refund", 0.1}},
                             "missing; no_article 0; no_click 4"},
                    Scenario{"tickets and agents say so",
                             {{3, {ticket}, {}, {}, true}, {1, {needed}}},
                             {},
                             "missing; no_article 0; ticket 3; needed 1"},
                    Scenario{"one of many opened something",
                             {{9, {no_results}}, {1, {voted_down}, "pl/billing/refund"}},
                             {},
                             "missing; no_article 0; no_results 9; voted_down 1"},
                    Scenario{"one found it in other words",
                             {{2, {no_results}},
                              {1, {no_results}, "pl/billing/refund", "zwrot kosztów"}},
                             {},
                             "missing; no_article 0; no_results 3"}));

INSTANTIATE_TEST_SUITE_P(
    MissingInLanguage, DiagnosedCluster,
    testing::Values(Scenario{"read in English",
                             {{3, {fallback}, "en/billing/trial"}, {4, {fallback}}},
                             {},
                             "missing_in_language; read_elsewhere 3 Trial; fallback 7"},
                    Scenario{"shown in English only",
                             {{3, {fallback}}, {5, {no_results}}},
                             {},
                             "missing_in_language; fallback 3; no_results 5"},
                    Scenario{"a little of it",
                             {{1, {fallback}}, {5, {no_results}}},
                             {},
                             "missing; no_article 0; no_results 5; fallback 1"},
                    Scenario{"translated since",
                             {{3, {no_results}, "en/billing/refund"}},
                             {},
                             "missing; no_article 0; no_results 3"}));

INSTANTIATE_TEST_SUITE_P(
    StaleTranslation, DiagnosedCluster,
    testing::Values(Scenario{"it fits, and is behind",
                             {{5, {no_click}}},
                             {{"billing/old", 0.9}},
                             "stale_translation; stale 5 Stary zwrot; no_click 5"},
                    Scenario{
                        "it was read, and is behind",
                        {{2, {voted_down}, "pl/billing/old"}, {2, {no_results}}},
                        {},
                        "stale_translation; stale 2 Stary zwrot; vote_outdated 2; no_results 2; "
                        "voted_down 2",
                        {"outdated", "outdated"}},
                    Scenario{"another that is behind is near",
                             {{5, {no_click}}},
                             {{"billing/old", 0.6}},
                             "missing; nearest 60 Stary zwrot; no_click 5"}));

INSTANTIATE_TEST_SUITE_P(
    Vocabulary, DiagnosedCluster,
    testing::Values(Scenario{"a synonym is known",
                             {{7, {no_results}}},
                             {},
                             "vocabulary; synonym 7 kosztów; no_results 7",
                             {},
                             true},
                    Scenario{"found in words of their own",
                             {{3, {no_results}},
                              {1, {no_results}, "pl/billing/refund", "zwrot kosztów"},
                              {2, {no_results}, "pl/billing/refund", "koszty oddane"}},
                             {},
                             "vocabulary; other_words 3 Zwrot kosztów; no_results 6"},
                    Scenario{"the team knows it",
                             {{3, {no_results}}, {2, {}, "pl/billing/refund", {}, true}},
                             {{"billing/refund", 0.4}},
                             "vocabulary; linked 2 Zwrot kosztów; no_results 3"},
                    Scenario{"it has the words, and nobody opened it",
                             {{6, {no_click}}},
                             {{"billing/refund", 0.8}},
                             "vocabulary; not_opened 6 Zwrot kosztów; no_click 6"}));

INSTANTIATE_TEST_SUITE_P(
    Unhelpful, DiagnosedCluster,
    testing::Values(Scenario{"it was read, and voted down",
                             {{3, {voted_down}, "pl/billing/refund"}, {1, {no_click}}},
                             {{"billing/refund", 0.9}},
                             "unhelpful; opened 3 Zwrot kosztów; vote_outdated 1; vote_unclear 2; "
                             "voted_down 3; no_click 1",
                             {"unclear", "outdated", "unclear", "other"}},
                    Scenario{"it was read, and they wrote",
                             {{2, {contact}, "pl/billing/refund", {}, true}},
                             {},
                             "unhelpful; opened 2 Zwrot kosztów; contact 2"},
                    Scenario{"an agent flagged it",
                             {{1, {flagged}, "pl/billing/refund", {}, true}},
                             {},
                             "unhelpful; opened 1 Zwrot kosztów; flagged 1"},
                    Scenario{"it is gone since",
                             {{2, {voted_down}, "pl/billing/gone"}},
                             {},
                             "unhelpful; opened 2 pl/billing/gone; voted_down 2"}));

class Diagnosing : public DiagnosedCluster {};

TEST_F(Diagnosing, SearchesASampleOfWhatIsAsked) {
  for (int i = 0; i < 50; ++i)
    add({.failures = {no_results}, .question = "zwrot " + std::to_string(i)});
  ASSERT_TRUE(diagnosis());
  EXPECT_EQ(finder.searches, static_cast<int>(kSampledQuestions));
}

TEST_F(Diagnosing, NamesTheArticleOfTheOtherLanguageFirst) {
  add({4, {fallback}, "en/billing/trial"});
  finder.found["zwrot kasy"] = {{"billing/refund", 0.4}};
  const auto found = diagnosis();
  ASSERT_TRUE(found);
  ASSERT_THAT(found->articles, SizeIs(2));
  EXPECT_EQ(found->articles[0], (GapArticle{"en", "billing/trial", "Trial", 1, false}));
  EXPECT_EQ(found->category, "offers");
}

TEST_F(Diagnosing, PassesOnWhatTheIndexSays) {
  add({1, {no_results}});
  finder.broken = true;
  ASSERT_FALSE(diagnosis());
}

TEST_F(Diagnosing, OfNothingIsMissing) {
  const auto found = diagnosis();
  ASSERT_TRUE(found);
  EXPECT_EQ(worded(*found), "missing; no_article 0");
  EXPECT_THAT(found->articles, IsEmpty());
}

}  // namespace
}  // namespace kb::insights

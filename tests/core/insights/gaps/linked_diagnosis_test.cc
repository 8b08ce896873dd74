#include "core/insights/gaps/linked_diagnosis.h"

#include <gmock/gmock.h>

#include "core/insights/gaps/gap_work.h"
#include "tests/core/insights/gaps/table_finder.h"

namespace kb::insights {
namespace {

FoundGap missing(std::int64_t id, std::string lang, std::vector<std::int64_t> elsewhere) {
  return {.id = id,
          .lang = std::move(lang),
          .reasons = {{"no_article"}, {"no_results", 7}},
          .elsewhere = std::move(elsewhere)};
}

FoundGap about(std::int64_t id, std::string lang, std::string article, double share = 0.8) {
  FoundGap gap{.id = id, .lang = lang, .diagnosis = Diagnosis::vocabulary, .customers = 4};
  gap.articles.push_back({std::move(lang), article, "Title of " + article, share});
  return gap;
}

// "missing_in_language; asked_elsewhere 8 Title of hub; no_results 7; translate en/hub"
std::string told(const FoundGap& gap) {
  std::string text(diagnosis_name(gap.diagnosis));
  for (const auto& reason : gap.reasons) {
    text += "; " + reason.key;
    if (reason.count != 0) text += " " + std::to_string(reason.count);
    if (!reason.text.empty()) text += " " + reason.text;
  }
  return text + "; " + work_of(gap);
}

struct LinkedCase {
  std::string_view name;
  FoundGap gap;  // in Polish
  std::string_view told;
};

class LinkedDiagnosis : public testing::TestWithParam<LinkedCase> {};

TEST_P(LinkedDiagnosis, IsByWhatTheLinksAreAbout) {
  TableFinder finder;
  for (const auto* object : {"en/hub", "de/hub", "en/lamp", "en/refund", "pl/refund"})
    finder.texts[object].title = object;
  std::vector<FoundGap> gaps = {GetParam().gap,
                                about(2, "en", "hub"),
                                about(3, "de", "hub"),
                                about(4, "en", "lamp"),
                                about(5, "en", "refund"),
                                about(6, "en", "gone"),
                                about(7, "ro", "hub", 0.4),
                                missing(8, "ro", {2})};
  diagnose_by_links(gaps, finder);
  EXPECT_EQ(told(gaps[0]), GetParam().told);
  const auto once = gaps;
  diagnose_by_links(gaps, finder);
  EXPECT_EQ(gaps, once);
}

constexpr std::string_view kStays = "missing; no_article; no_results 7; write it";

INSTANTIATE_TEST_SUITE_P(
    Gaps, LinkedDiagnosis,
    testing::Values(LinkedCase{"OneLanguageHasIt", missing(1, "pl", {2}),
                               "missing_in_language; asked_elsewhere 4 Title of hub; no_results 7; "
                               "translate en/hub"},
                    LinkedCase{"TwoLanguagesHaveIt", missing(1, "pl", {2, 3}),
                               "missing_in_language; asked_elsewhere 8 Title of hub; no_results 7; "
                               "translate en/hub"},
                    LinkedCase{"OneThatIsAboutNothingDoesNotMatter",
                               missing(1, "pl", {2, 7, 8, 99}),
                               "missing_in_language; asked_elsewhere 4 Title of hub; no_results 7; "
                               "translate en/hub"},
                    LinkedCase{"NoLinks", missing(1, "pl", {}), kStays},
                    LinkedCase{"LinksDisagree", missing(1, "pl", {2, 4}), kStays},
                    LinkedCase{"ItIsTranslated", missing(1, "pl", {5}), kStays},
                    LinkedCase{"TheArticleIsGone", missing(1, "pl", {6}), kStays},
                    LinkedCase{"TheLinkIsNearTooLittle", missing(1, "pl", {7}), kStays},
                    LinkedCase{"TheLinkIsMissingAsWell", missing(1, "pl", {8}), kStays}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(LinkedDiagnosisOf, WhatHasAnotherReasonStays) {
  TableFinder finder;
  finder.texts["en/hub"] = {};
  auto vocabulary = about(1, "pl", "other");
  vocabulary.elsewhere = {2};
  std::vector<FoundGap> gaps = {vocabulary, about(2, "en", "hub")};
  diagnose_by_links(gaps, finder);
  EXPECT_EQ(gaps[0], vocabulary);
}

}  // namespace
}  // namespace kb::insights

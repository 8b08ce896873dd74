// Every figure against sums worked out by hand.

#include "core/insights/visit_figures.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

using enum Counter;

VisitCounts counted() {
  VisitCounts counts;
  for (const auto& [counter, value] : std::initializer_list<std::pair<Counter, std::int64_t>>{
           {sessions, 1000},
           {entered_from_search_engine, 400},
           {sessions_read, 500},
           {sessions_contacted, 80},
           {searches, 600},
           {zero_results, 90},
           {search_errors, 3},
           {searches_with_results, 500},
           {searches_clicked, 300},
           {searches_reformulated, 120},
           {searches_fallback, 50},
           {searches_corrected, 60},
           {first_clicks, 300},
           {reciprocal_rank_millionths, 210'000'000},
           {answered_after_0, 150},
           {answered_after_1, 200},
           {answered_after_2, 80},
           {answered_after_3, 40},
           {answered_after_4, 20},
           {answered_after_5_or_more, 10},
           {searched_unanswered, 150},
           {intents_confirmed, 12},
           {intents_presumed, 28},
           {intents_submitted, 32},
           {forms_offered, 80},
           {forms_offered_submitted, 48},
           {forms_holdout, 70},
           {forms_holdout_submitted, 56},
           {suggestions_shown, 200},
           {suggestions_clicked, 50},
           {Counter::tickets_submitted, 32},
           {votes_yes, 45},
           {votes_no, 15},
           {votes_no_outdated, 6},
           {votes_no_unclear, 3},
           {votes_no_not_my_case, 5},
           {votes_no_wrong_language, 1},
           {satisfaction_asked, 50},
           {satisfaction_answered, 10},
           {satisfaction_sum, 43},
           {satisfaction_high, 8},
           {effort_asked, 40},
           {effort_answered, 8},
           {effort_sum, 44},
           {effort_high, 6},
           {value_asked, 20},
           {value_answered, 4},
           {value_sum, 22},
           {value_high, 3},
           {confidence_asked, 20},
           {confidence_answered, 6},
           {confidence_sum, 30},
           {confidence_high, 4},
           {views, 90},
           {reads, 60},
           {shown, 300},
           {clicks, 75},
           {Counter::solved, 7},
           {went_to_contact, 9}})
    counts.add(counter, value);
  return counts;
}

VisitFigure figure(std::string_view name, const VisitCounts& counts) {
  return measure(
      *find_figure_rule(name),
      Measured{
          .counts = counts, .customers = 40, .linked = Share{30, 120}, .cost_per_ticket = 6.5});
}

struct Case {
  std::string_view name;
  double value;
  std::optional<std::int64_t> count, of;
};
class FigureOf : public testing::TestWithParam<Case> {};

TEST_P(FigureOf, IsAsWorkedOutByHand) {
  const auto counts = counted();
  const auto found = figure(GetParam().name, counts);
  ASSERT_TRUE(found.value);
  EXPECT_NEAR(*found.value, GetParam().value, 1e-9);
  EXPECT_EQ(found.count, GetParam().count);
  EXPECT_EQ(found.of, GetParam().of);
  EXPECT_EQ(found.interval.has_value(), found.rule->unit == FigureUnit::share ||
                                            found.rule->unit == FigureUnit::share_range ||
                                            found.rule->unit == FigureUnit::difference);
}

TEST_P(FigureOf, IsNothingWithoutData) {
  const VisitCounts none;
  const auto& rule = *find_figure_rule(GetParam().name);
  EXPECT_EQ(measure(rule, std::nullopt).value, std::nullopt) << "the period is not known";
  const auto empty = measure(
      rule, Measured{.counts = none, .customers = 0, .linked = Share(), .cost_per_ticket = 1});
  if (rule.unit == FigureUnit::count)
    EXPECT_EQ(empty.value, 0) << "none is a number";
  else
    EXPECT_EQ(empty.value, std::nullopt) << "a quotient of nothing is not 0";
  EXPECT_EQ(empty.interval, std::nullopt);
}

constexpr std::nullopt_t kNone = std::nullopt;
INSTANTIATE_TEST_SUITE_P(
    Figures, FigureOf,
    testing::Values(
        Case{"sessions", 1000, kNone, kNone}, Case{"from_search_engine", 0.4, 400, 1000},
        Case{"read_rate", 0.5, 500, 1000}, Case{"searches", 600, kNone, kNone},
        Case{"zero_result_rate", 0.15, 90, 600}, Case{"search_errors", 3, kNone, kNone},
        Case{"click_through_rate", 0.6, 300, 500},
        Case{"mean_reciprocal_click_rank", 0.7, kNone, 300},
        Case{"reformulation_rate", 0.2, 120, 600}, Case{"search_success_rate", 0.7, 350, 500},
        Case{"fallback_rate", 0.1, 50, 500}, Case{"correction_rate", 0.1, 60, 600},
        Case{"contact_intents", 80, kNone, kNone}, Case{"contact_rate", 0.08, 80, 1000},
        Case{"deflection", 0.15, 12, 80}, Case{"confirmed_deflection", 0.15, 12, 80},
        Case{"presumed_deflection", 0.35, 28, 80}, Case{"submission_rate", 0.4, 32, 80},
        Case{"submission_rate_offered", 0.6, 48, 80}, Case{"submission_rate_holdout", 0.8, 56, 70},
        Case{"causal_deflection", 0.2, kNone, kNone}, Case{"suggestion_click_rate", 0.25, 50, 200},
        Case{"tickets_submitted", 32, kNone, kNone}, Case{"self_service_score", 12.5, 500, 40},
        Case{"cost_avoided", 78, 12, 80}, Case{"helpful_rate", 0.75, 45, 60},
        Case{"no_outdated", 0.4, 6, 15}, Case{"no_unclear", 0.2, 3, 15},
        Case{"no_not_my_case", 1 / 3.0, 5, 15}, Case{"no_wrong_language", 1 / 15.0, 1, 15},
        Case{"link_rate", 0.25, 30, 120}, Case{"satisfaction", 4.3, kNone, 10},
        Case{"satisfaction_high", 0.8, 8, 10}, Case{"satisfaction_response", 0.2, 10, 50},
        Case{"effort", 5.5, kNone, 8}, Case{"effort_easy", 0.75, 6, 8},
        Case{"effort_response", 0.2, 8, 40}, Case{"value_enhancement", 5.2, kNone, 10},
        Case{"value", 5.5, kNone, 4}, Case{"value_high", 0.75, 3, 4},
        Case{"confidence", 5, kNone, 6}, Case{"confidence_high", 4 / 6.0, 4, 6},
        Case{"value_response", 0.25, 10, 40}, Case{"views", 90, kNone, kNone},
        Case{"article_read_rate", 2 / 3.0, 60, 90}, Case{"shown_click_rate", 0.25, 75, 300},
        Case{"article_helpful_rate", 0.75, 45, 60}, Case{"solved", 7, kNone, kNone},
        Case{"contact_after_reading", 0.15, 9, 60}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Figures, AreAllWorkedOutAbove) {
  EXPECT_EQ(figure_rules().size(), 49u) << "a figure more: a row more";
}

TEST(Deflection, IsARange) {
  const auto counts = counted();
  const auto found = figure("deflection", counts);
  EXPECT_DOUBLE_EQ(found.upper.value(), 0.5);
  EXPECT_EQ(found.upper_count, 40);
  EXPECT_EQ(found.interval->low, (Share{12, 80}.interval()->low));
  EXPECT_EQ(found.interval->high, (Share{40, 80}.interval()->high));
  EXPECT_DOUBLE_EQ(figure("cost_avoided", counts).upper.value(), 260);
}

TEST(Cost, IsNoFigureUnlessItIsConfigured) {
  const auto counts = counted();
  EXPECT_EQ(measure(*find_figure_rule("cost_avoided"), Measured{.counts = counts}).value,
            std::nullopt);
}

TEST(Figure, IsNothingWhereTicketsAreNotKnown) {
  const auto counts = counted();
  EXPECT_EQ(measure(*find_figure_rule("self_service_score"), Measured{.counts = counts}).value,
            std::nullopt);
  EXPECT_EQ(measure(*find_figure_rule("link_rate"), Measured{.counts = counts}).value,
            std::nullopt);
}

TEST(Figure, SaysThatItsSampleIsSmall) {
  const auto counts = counted();
  EXPECT_TRUE(figure("satisfaction", counts).is_small_sample());
  EXPECT_FALSE(figure("helpful_rate", counts).is_small_sample());
  EXPECT_FALSE(figure("search_errors", counts).is_small_sample()) << "a number is no sample";
}

TEST(CausalFigure, SaysWhyThereIsNone) {
  VisitCounts counts;
  counts.add(forms_holdout, 4);
  const auto found = measure(*find_figure_rule("causal_deflection"), Measured{.counts = counts});
  EXPECT_EQ(found.value, std::nullopt);
  EXPECT_EQ(found.reason, "the other forms are 0, at least 30 are needed");
}

// A click that came after midnight: the day has more clicks than searches.
TEST(Share, OfLessThanItsPartHasNoInterval) {
  VisitCounts counts;
  counts.add(searches_with_results, 2);
  counts.add(searches_clicked, 3);
  const auto found = measure(*find_figure_rule("click_through_rate"), Measured{.counts = counts});
  EXPECT_EQ(found.value, 1.5);
  EXPECT_EQ(found.interval, std::nullopt);
}

}  // namespace
}  // namespace kb::insights

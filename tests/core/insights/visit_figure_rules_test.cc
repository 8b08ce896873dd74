#include "core/insights/visit_figure_rules.h"

#include <gmock/gmock.h>

namespace kb::insights {
namespace {

TEST(FigureRules, SayWhatTheyMean) {
  for (const FigureRule& rule : figure_rules()) {
    EXPECT_EQ(find_figure_rule(rule.name), &rule);
    EXPECT_FALSE(rule.label.empty()) << rule.name;
    EXPECT_TRUE(rule.definition.ends_with(".") || rule.definition.ends_with(".\"")) << rule.name;
    EXPECT_TRUE(rule.leads_to.ends_with(".")) << rule.name;
  }
  EXPECT_EQ(find_figure_rule("no_such_figure"), nullptr);
}

// A quotient has both of its sides; only these two take one from elsewhere than the counters.
TEST(FigureRules, HaveWhatTheirUnitNeeds) {
  for (const FigureRule& rule : figure_rules()) {
    const bool is_range =
        rule.unit == FigureUnit::share_range || rule.unit == FigureUnit::money_range;
    const bool is_number = rule.unit == FigureUnit::count || rule.unit == FigureUnit::difference;
    const bool from_elsewhere = rule.name == "link_rate" || rule.name == "self_service_score";
    EXPECT_EQ(!rule.upper.empty(), is_range) << rule.name;
    EXPECT_EQ(rule.denominator.empty(), is_number || from_elsewhere) << rule.name;
  }
}

TEST(FigureRules, HaveNamesForUnitsAndGroups) {
  EXPECT_EQ(figure_unit_name(FigureUnit::money_range), "money_range");
  EXPECT_EQ(figure_group_name(FigureGroup::articles), "articles");
}

TEST(CounterSum, HoldsItsCounters) {
  constexpr CounterSum kVotes = {Counter::votes_yes, Counter::votes_no};
  EXPECT_THAT(std::vector<Counter>(kVotes.begin(), kVotes.end()),
              testing::ElementsAre(Counter::votes_yes, Counter::votes_no));
  EXPECT_TRUE(CounterSum().empty());
}

}  // namespace
}  // namespace kb::insights

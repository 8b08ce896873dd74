#include "core/insights/gaps/gap_figures.h"

#include <gtest/gtest.h>

#include "tests/core/insights/gaps/asked_scenario.h"

namespace kb::insights {
namespace {

constexpr GapWindow kFortnights{
    .before = 20'514, .from = 20'528, .until = 20'542, .knows_before = true, .knows_history = true};

// Days count from the beginning of the fortnight before: 14 is the first of the period.
GapFigures figures_told(const std::string& text, const GapWindow& window = kFortnights) {
  const AskedScenario scenario(text, kFortnights.before);
  std::vector<const Asking*> askings;
  for (const Asking& asking : scenario.asked().askings) askings.push_back(&asking);
  return figures_of(askings, window);
}

TEST(GapFigures, CountEachCustomerOnce) {
  const auto figures = figures_told(R"(
    14 en 'parcel' 3 no_results as ana
    15 en 'parcel' 2 no_results as ana
    15 en 'track parcel' 4 found)");
  EXPECT_EQ(figures.customers, 3);
  EXPECT_EQ(figures.askers, 7);
  EXPECT_EQ(figures.failures, (Share{5, 9}));
  EXPECT_EQ(figures.by_day.size(), 14U);
  EXPECT_EQ(figures.by_day[0], 3);
  EXPECT_EQ(figures.by_day[1], 2);
}

// One visitor who searched 40 times ranked above eleven who searched once.
TEST(GapFigures, CountAnInsistentVisitorAsOne) {
  std::string insistent;
  for (int i = 0; i < 40; ++i) insistent += "14 en 'parcel' 1 no_results as her\n";
  const auto one = figures_told(insistent);
  const auto many = figures_told("14 en 'refund' 11 no_results");
  EXPECT_EQ(one.customers, 1);
  EXPECT_FALSE(is_gap(one, 2));
  EXPECT_LT(rank_of(one, GapTrend::steady), rank_of(many, GapTrend::steady));
}

TEST(GapFigures, TellThePeriodsApart) {
  const auto figures = figures_told(R"(
    0 en 'parcel' 5 no_results
    13 en 'parcel' 4 found
    14 en 'parcel' 3 no_results
    27 en 'parcel' 2 no_results
    28 en 'parcel' 9 no_results)");
  EXPECT_EQ(figures.customers, 5);
  EXPECT_EQ(figures.customers_before, 5);
  EXPECT_EQ(figures.recent, (Share{2, 2}));
  EXPECT_EQ(figures.earlier, (Share{8, 12}));
}

struct GapCase {
  const char* what;
  const char* askings;
  bool is_gap;
};

TEST(GapFigures, AreAGapWhereMoreThanChanceFails) {
  const std::vector<GapCase> cases = {
      {"nothing found", "14 en 'a' 2 no_results", true},
      {"one customer alone", "14 en 'a' 1 no_results", false},
      {"one in ten finds nothing", "14 en 'a' 10 no_results\n14 en 'a' 90 found", false},
      {"one in four finds nothing", "14 en 'a' 25 no_results\n14 en 'a' 75 found", true},
      {"a third opens nothing, as usual", "14 en 'a' 33 no_click\n14 en 'a' 67 found", false},
      {"hardly anybody opens anything", "14 en 'a' 90 no_click\n14 en 'a' 10 found", true},
      {"one in ten writes to the team", "14 en 'a' 10 ticket\n14 en 'a' 90 found", true},
      {"two of a hundred write", "14 en 'a' 2 ticket\n14 en 'a' 98 found", false},
      {"all find it", "14 en 'a' 50 found", false},
      {"nobody asks", "", false},
  };
  for (const auto& [what, askings, expected] : cases)
    EXPECT_EQ(is_gap(figures_told(askings), 2), expected) << what;
}

struct TrendCase {
  const char* what;
  const char* askings;
  bool is_new;
  GapTrend trend;
};

TEST(GapFigures, TellWhereAGapIsHeading) {
  const std::vector<TrendCase> cases = {
      {"never asked before", "20 en 'a' 9 no_results", true, GapTrend::fresh},
      {"three times as many", "0 en 'a' 10 no_results\n20 en 'a' 30 no_results", false,
       GapTrend::rising},
      {"a few more", "0 en 'a' 10 no_results\n20 en 'a' 12 no_results", false, GapTrend::steady},
      {"a third", "0 en 'a' 30 no_results\n20 en 'a' 10 no_results", false, GapTrend::fading},
      {"asked, and found since",
       "0 en 'a' 30 no_results\n15 en 'a' 10 no_results\n24 en 'a' 20 found", false,
       GapTrend::solved},
      {"not asked any more", "0 en 'a' 30 no_results", false, GapTrend::solved},
      {"found by three of three since",
       "0 en 'a' 30 no_results\n15 en 'a' 25 no_results\n24 en 'a' 3 found", false,
       GapTrend::steady},
  };
  for (const auto& [what, askings, is_new, trend] : cases)
    EXPECT_EQ(gap_trend_name(trend_of(figures_told(askings), kFortnights, is_new)),
              gap_trend_name(trend))
        << what;
}

TEST(GapFigures, TellNoTrendOfWhatIsNotKnown) {
  GapWindow first_days = kFortnights;
  first_days.knows_before = first_days.knows_history = false;
  const auto figures = figures_told("20 en 'a' 9 no_results", first_days);
  EXPECT_EQ(trend_of(figures, first_days, true), GapTrend::steady);
}

TEST(GapFigures, RankByCustomersAndWhatBefellThem) {
  const auto rank = [](const std::string& askings, GapTrend trend = GapTrend::steady) {
    return rank_of(figures_told(askings), trend);
  };
  EXPECT_DOUBLE_EQ(rank("14 en 'a' 10 no_results"), 10);
  EXPECT_DOUBLE_EQ(rank("14 en 'a' 10 no_click"), 3);
  EXPECT_DOUBLE_EQ(rank("14 en 'a' 10 no_click reformulated"), 5);
  EXPECT_DOUBLE_EQ(rank("14 en 'a' 10 fallback"), 7);
  EXPECT_DOUBLE_EQ(rank("14 en 'a' 10 contact #contact/1001"), 15);
  EXPECT_DOUBLE_EQ(rank("14 en 'a' 10 no_results", GapTrend::fresh), 12.5);
  EXPECT_DOUBLE_EQ(rank("14 en 'a' 10 no_results", GapTrend::solved), 3);
}

}  // namespace
}  // namespace kb::insights

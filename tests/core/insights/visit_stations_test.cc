#include "core/insights/visit_stations.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

using enum Counter;

VisitCounts counted_stations() {
  VisitCounts counts;
  for (const auto& [counter, value] :
       std::initializer_list<std::pair<Counter, std::int64_t>>{{sessions, 100},
                                                               {sessions_searched, 60},
                                                               {sessions_clicked, 40},
                                                               {sessions_read, 50},
                                                               {sessions_contacted, 10},
                                                               {sessions_submitted, 4},
                                                               {left_after_visit, 20},
                                                               {left_after_search, 15},
                                                               {left_after_click, 5},
                                                               {left_after_read, 50},
                                                               {left_after_contact, 6},
                                                               {entered_from_search_engine, 45},
                                                               {entered_from_link, 5},
                                                               {entered_otherwise, 50},
                                                               {answered_after_0, 20},
                                                               {answered_after_2, 25},
                                                               {answered_after_5_or_more, 5},
                                                               {searched_unanswered, 50}})
    counts.add(counter, value);
  counts.add(VisitSlots::of_time(Station::contact, 3), 10);
  return counts;
}

TEST(Funnel, GoesFromTheFirstPageToTheTicket) {
  const auto counts = counted_stations();
  const auto rows = funnel_of(&counts, nullptr);
  ASSERT_EQ(rows.size(), 6u);
  EXPECT_EQ(rows[0].name, "visit");
  EXPECT_EQ(rows[0].now->reached, (Share{100, 100}));
  EXPECT_EQ(rows[0].now->left, 20);
  EXPECT_EQ(rows[0].now->median_seconds, std::nullopt);
  EXPECT_EQ(rows[4].name, "contact");
  EXPECT_EQ(rows[4].now->reached, (Share{10, 100}));
  EXPECT_EQ(rows[4].now->median_seconds, 11) << "half of 7 to 15 s";
  EXPECT_EQ(rows[5].name, "submit");
  EXPECT_EQ(rows[5].now->left, 4) << "here the way ends";
  EXPECT_FALSE(rows[0].before);
  std::int64_t left = 0;
  for (const auto& row : rows) left += row.now->left;
  EXPECT_EQ(left, 100) << "everybody leaves somewhere, once";
}

TEST(Entries, AreSharesOfAll) {
  const auto counts = counted_stations();
  const auto rows = entries_of(&counts, &counts);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].name, "search_engine");
  EXPECT_EQ(rows[0].now, (Share{45, 100}));
  EXPECT_EQ(rows[1].before, (Share{0, 100}));
}

TEST(SearchesToAnswer, AreADistribution) {
  const auto counts = counted_stations();
  const auto rows = searches_to_answer_of(&counts, nullptr);
  ASSERT_EQ(rows.size(), 7u);
  EXPECT_EQ(rows[0].now, (Share{20, 100}));
  EXPECT_EQ(rows[2].now, (Share{25, 100}));
  EXPECT_EQ(rows[5].name, "5+");
  EXPECT_EQ(rows[6].now, (Share{50, 100}));
}

TEST(Stations, AreThereWithoutData) {
  for (const auto& row : funnel_of(nullptr, nullptr)) EXPECT_FALSE(row.now);
  for (const auto& row : entries_of(nullptr, nullptr)) EXPECT_FALSE(row.now);
}

}  // namespace
}  // namespace kb::insights

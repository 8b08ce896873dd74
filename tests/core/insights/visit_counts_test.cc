#include "core/insights/visit_counts.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(VisitCounts, AddsUpByName) {
  const VisitSlots slots;
  VisitCounts counts;
  counts.add(slots.find("searches").value(), 3);
  counts.add(Counter::searches, 2);
  EXPECT_EQ(counts[Counter::searches], 5);
  EXPECT_EQ(counts[Counter::zero_results], 0);
  EXPECT_EQ(slots.find("of_a_newer_version"), std::nullopt);
}

TEST(VisitCounts, HaveASlotForEveryName) {
  const VisitSlots slots;
  for (std::size_t i = 0; i < kCounters; ++i)
    EXPECT_EQ(slots.find(counter_name(static_cast<Counter>(i))), i);
  EXPECT_EQ(slots.find("time_submit_12"), VisitSlots::of_time(Station::submit, 12));
  EXPECT_EQ(slots.find("time_submit_13"), std::nullopt);
}

struct Case {
  std::vector<std::pair<int, std::int64_t>> buckets;
  std::optional<double> median;
};
class MedianTime : public testing::TestWithParam<Case> {};

TEST_P(MedianTime, LiesWithinItsBucket) {
  VisitCounts counts;
  for (const auto& [bucket, sessions] : GetParam().buckets)
    counts.add(VisitSlots::of_time(Station::click, bucket), sessions);
  EXPECT_EQ(counts.median_seconds(Station::click), GetParam().median);
  EXPECT_EQ(counts.median_seconds(Station::search), std::nullopt) << "another station's";
}

// Bucket 2 is 3 to 7 s, 3 is 7 to 15 s, 12 begins at 4,095 s.
INSTANTIATE_TEST_SUITE_P(Cases, MedianTime,
                         testing::Values(Case{{}, std::nullopt}, Case{{{2, 1}}, 5.0},
                                         Case{{{2, 3}, {3, 1}}, 3 + 4 * 2 / 3.0},
                                         Case{{{2, 1}, {3, 1}}, 7.0},
                                         Case{{{2, 1}, {3, 3}}, 7 + 8 / 3.0},
                                         Case{{{12, 5}}, 4095.0}, Case{{{0, 2}}, 0.5}));

TEST(FewCounts, AreTheSameCounts) {
  FewCounts few;
  few.add(static_cast<std::size_t>(Counter::views), 2);
  few.add(static_cast<std::size_t>(Counter::reads), 1);
  few.add(static_cast<std::size_t>(Counter::views), 3);
  EXPECT_EQ(few[Counter::views], 5);
  EXPECT_EQ(few[Counter::clicks], 0);
  EXPECT_EQ(few.all()[Counter::views], 5);
  EXPECT_EQ(few.all()[Counter::reads], 1);
}

}  // namespace
}  // namespace kb::insights

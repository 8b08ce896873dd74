#include "core/insights/counter.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace kb::insights {
namespace {

// The names are written down in the order of the enumeration; these would be the first to slip.
TEST(Counter, HasItsOwnName) {
  EXPECT_EQ(counter_name(Counter::sessions), "sessions");
  EXPECT_EQ(counter_name(Counter::left_after_contact), "left_after_contact");
  EXPECT_EQ(counter_name(Counter::searches), "searches");
  EXPECT_EQ(counter_name(Counter::reciprocal_rank_millionths), "reciprocal_rank_millionths");
  EXPECT_EQ(counter_name(Counter::answered_after_5_or_more), "answered_after_5_or_more");
  EXPECT_EQ(counter_name(Counter::intents_confirmed), "intents_confirmed");
  EXPECT_EQ(counter_name(Counter::articles_linked), "articles_linked");
  EXPECT_EQ(counter_name(Counter::votes_no_wrong_language), "votes_no_wrong_language");
  EXPECT_EQ(counter_name(Counter::effort_high), "effort_high");
  EXPECT_EQ(counter_name(Counter::confidence_high), "confidence_high");
  EXPECT_EQ(counter_name(Counter::unlinked_zero_results), "unlinked_zero_results");
  EXPECT_EQ(counter_name(Counter::visitors), "visitors");
}

TEST(Counter, IsReadByItsName) {
  std::set<std::string_view> names;
  for (int i = 0; i < static_cast<int>(Counter::count_); ++i) {
    const auto counter = static_cast<Counter>(i);
    EXPECT_EQ(parse_counter(counter_name(counter)), counter);
    EXPECT_TRUE(names.insert(counter_name(counter)).second) << counter_name(counter);
  }
  EXPECT_EQ(parse_counter("time_search_0"), std::nullopt);
  EXPECT_EQ(parse_counter(""), std::nullopt);
}

struct Bucket {
  std::int64_t seconds;
  int bucket;
};
class TimeBuckets : public testing::TestWithParam<Bucket> {};

TEST_P(TimeBuckets, DoubleEachTime) {
  EXPECT_EQ(time_bucket(GetParam().seconds), GetParam().bucket);
}

INSTANTIATE_TEST_SUITE_P(Seconds, TimeBuckets,
                         testing::Values(Bucket{-5, 0}, Bucket{0, 0}, Bucket{1, 1}, Bucket{2, 1},
                                         Bucket{3, 2}, Bucket{6, 2}, Bucket{7, 3}, Bucket{4094, 11},
                                         Bucket{4095, 12}, Bucket{86'400, 12},
                                         Bucket{std::numeric_limits<std::int64_t>::max(), 12}));

TEST(TimeCounters, AreNamedByStationAndBucket) {
  EXPECT_EQ(time_counter_name(Station::search, 0), "time_search_0");
  EXPECT_EQ(time_counter_name(Station::submit, 12), "time_submit_12");
}

}  // namespace
}  // namespace kb::insights

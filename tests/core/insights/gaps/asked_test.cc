#include "core/insights/gaps/asked.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(Askings, FailInSeveralWaysAtOnce) {
  Asking asking;
  EXPECT_FALSE(failed(asking, Failure::no_results));
  asking.failures = bit(Failure::no_results) | bit(Failure::ticket);
  EXPECT_TRUE(failed(asking, Failure::no_results));
  EXPECT_TRUE(failed(asking, Failure::ticket));
  EXPECT_FALSE(failed(asking, Failure::needed));
  EXPECT_EQ(failure_name(Failure::no_results), "no_results");
  EXPECT_EQ(failure_name(Failure::ticket), "ticket");
}

}  // namespace
}  // namespace kb::insights

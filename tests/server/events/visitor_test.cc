#include "server/events/visitor.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(Visitors, AreTheSameForADayAndABrowser) {
  const auto number = visitor_number("salt", "203.0.113.7", "Firefox");
  EXPECT_GT(number, 0);
  EXPECT_EQ(visitor_number("salt", "203.0.113.7", "Firefox"), number);
  EXPECT_NE(visitor_number("tomorrow", "203.0.113.7", "Firefox"), number);
  EXPECT_NE(visitor_number("salt", "203.0.113.8", "Firefox"), number);
  EXPECT_NE(visitor_number("salt", "203.0.113.7", "Chrome"), number);
  // Where one ends and the other begins counts.
  EXPECT_NE(visitor_number("salt", "203.0.113.7F", "irefox"), number);
}

struct Wish {
  const char* name;
  const char* value;
  bool asks;
};
class TrackingWishes : public testing::TestWithParam<Wish> {};

TEST_P(TrackingWishes, AreHeard) {
  http::Request request;
  request.headers = {{GetParam().name, GetParam().value}};
  EXPECT_EQ(asks_not_to_be_tracked(request), GetParam().asks);
}

INSTANTIATE_TEST_SUITE_P(Headers, TrackingWishes,
                         testing::Values(Wish{"DNT", "1", true}, Wish{"dnt", "1", true},
                                         Wish{"Sec-GPC", "1", true}, Wish{"DNT", "0", false},
                                         Wish{"DNT", "null", false}, Wish{"Accept", "1", false}));

}  // namespace
}  // namespace kb

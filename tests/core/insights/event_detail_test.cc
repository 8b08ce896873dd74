#include "core/insights/event_detail.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(EventDetail, OfASearchIsRead) {
  EXPECT_EQ(search_detail(R"({"shown":["pl/a","en/b",7],"corrected":"zwrot","fallback":true})"),
            (SearchDetail{{"pl/a", "en/b"}, true, true, false}));
  EXPECT_EQ(search_detail(R"({"page":2})"), (SearchDetail{{}, false, false, true}));
  EXPECT_EQ(search_detail(R"({"page":1,"category":"billing"})"),
            (SearchDetail{{}, false, false, true}));
}

TEST(EventDetail, SaysNothingWhereItCannotBeRead) {
  for (const auto* text : {"", "{", "[]", "7", "null", R"({"shown":"pl/a","page":"2"})",
                           R"({"page":1,"category":"","corrected":null,"fallback":false})"}) {
    EXPECT_EQ(search_detail(text), SearchDetail()) << text;
    EXPECT_EQ(vote_detail(text), VoteDetail()) << text;
  }
}

TEST(EventDetail, OfAVoteIsRead) {
  EXPECT_EQ(vote_detail(R"({"changes":true,"reason":"outdated","note":"x"})"),
            (VoteDetail{"outdated", true}));
  EXPECT_EQ(vote_detail(R"({"reason":7})"), VoteDetail());
}

}  // namespace
}  // namespace kb::insights

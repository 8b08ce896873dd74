#include "core/base/content_hash.h"

#include <gtest/gtest.h>

#include <set>

namespace kb {
namespace {

// The index on disk holds these: another value here means that every index is rebuilt.
TEST(ContentHash, IsTheSameOnEveryMachine) {
  EXPECT_EQ(content_hash(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(content_hash("refund"), content_hash(std::string("ref") + "und"));
  EXPECT_EQ(short_hash(""), 0x2d06800538d394c2U);
}

TEST(ContentHash, TellsTextsApart) {
  using namespace std::string_view_literals;
  std::set<std::string> seen;
  for (const auto text : {""sv, " "sv, "a"sv, "b"sv, "ab"sv, "ba"sv, "a\0"sv, "a\0\0"sv, "A"sv})
    EXPECT_TRUE(seen.insert(content_hash(text)).second) << "'" << text << "'";
}

TEST(ContentHash, IsThirtyTwoLowerCaseHexDigits) {
  for (int i = 0; i < 1000; ++i) {
    const auto hash = content_hash(std::to_string(i));
    EXPECT_EQ(hash.size(), 32U);
    EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), std::string::npos) << hash;
  }
}

}  // namespace
}  // namespace kb

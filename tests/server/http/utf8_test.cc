#include "server/http/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace kb::http {
namespace {

struct Case {
  std::string bytes, repaired;
};
class Utf8 : public testing::TestWithParam<Case> {};

TEST_P(Utf8, IsRecognisedAndRepaired) {
  const auto& [bytes, repaired] = GetParam();
  EXPECT_EQ(is_utf8(bytes), bytes == repaired);
  EXPECT_EQ(repair_utf8(bytes), repaired);
}

INSTANTIATE_TEST_SUITE_P(WellFormed, Utf8,
                         testing::Values(Case{"", ""}, Case{"plain", "plain"},
                                         Case{"caf\xC3\xA9", "caf\xC3\xA9"},
                                         Case{"\xE2\x82\xAC", "\xE2\x82\xAC"},
                                         Case{"\xEF\xBF\xBF", "\xEF\xBF\xBF"},
                                         Case{"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
                                         Case{"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"}));

INSTANTIATE_TEST_SUITE_P(
    Malformed, Utf8,
    testing::Values(Case{"caf\xE9 au", "caf\uFFFD au"},                    // Latin-1
                    Case{"\xC3", "\uFFFD"},                                // cut off
                    Case{"\xE2\x82", "\uFFFD\uFFFD"},                      // cut off
                    Case{"\x80", "\uFFFD"},                                // continuation alone
                    Case{"\xC0\xAF", "\uFFFD\uFFFD"},                      // overlong "/"
                    Case{"\xE0\x80\xAF", "\uFFFD\uFFFD\uFFFD"},            // overlong "/"
                    Case{"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},            // surrogate
                    Case{"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},  // above U+10FFFF
                    Case{"a\xFFz", "a\uFFFDz"}));

}  // namespace
}  // namespace kb::http

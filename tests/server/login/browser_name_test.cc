#include "server/login/browser_name.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string_view agent, name;
};
class BrowserNames : public testing::TestWithParam<Case> {};
TEST_P(BrowserNames, AreWhatTheirOwnersKnow) {
  EXPECT_EQ(browser_name(GetParam().agent), GetParam().name);
}
INSTANTIATE_TEST_SUITE_P(
    Agents, BrowserNames,
    testing::Values(
        Case{"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
             "Firefox, Linux"},
        Case{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
             "Chrome/126.0 Safari/537.36 Edg/126.0",
             "Edge, Windows"},
        Case{"Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 "
             "Mobile Safari/537.36",
             "Chrome, Android"},
        Case{"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
             "like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
             "Safari, iPhone"},
        Case{"Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 Safari/605.1.15",
             "Safari, Mac"},
        Case{"curl/8.5.0", "curl"}, Case{"", ""}, Case{"Own program", "Own program"}));

TEST(BrowserName, IsShortAndText) {
  EXPECT_EQ(browser_name(std::string(500, 'x')).size(), 60U);
  EXPECT_EQ(browser_name("a\xFF"), "a\xEF\xBF\xBD");
}

}  // namespace
}  // namespace kb

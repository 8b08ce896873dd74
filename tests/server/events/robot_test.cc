#include "server/events/robot.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

constexpr const char* kFirefox =
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

struct Agent {
  std::string_view name;
  bool robot;
};
class UserAgents : public testing::TestWithParam<Agent> {};

TEST_P(UserAgents, AreReadersOrRobots) {
  EXPECT_EQ(is_robot(GetParam().name), GetParam().robot);
}

INSTANTIATE_TEST_SUITE_P(
    Readers, UserAgents,
    testing::Values(
        Agent{kFirefox, false},
        Agent{"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 "
              "(KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
              false},
        Agent{"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
              "Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
              false},
        Agent{"Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) "
              "SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
              false}));

INSTANTIATE_TEST_SUITE_P(
    Robots, UserAgents,
    testing::Values(
        Agent{"", true}, Agent{"curl/7.88.1", true}, Agent{"python-requests/2.31", true},
        Agent{"Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true},
        Agent{"Mozilla/5.0 (compatible; YandexBot/3.0)", true}, Agent{"Go-http-client/1.1", true},
        Agent{"Mozilla/5.0 HeadlessChrome/125.0", true},
        Agent{"Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)", true},
        Agent{"Mozilla/5.0 AppleWebKit/537.36; compatible; ChatGPT-User/1.0", true},
        Agent{"Mozilla/5.0 (compatible; AhrefsSiteAudit/6.1)", true},
        Agent{"WhatsApp/2.23.20.0", true}, Agent{"meta-externalagent/1.1", true},
        Agent{"facebookexternalhit/1.1", true}));

struct Asked {
  const char* method;
  http::Field field;
  bool automatic;
};
class Requests : public testing::TestWithParam<Asked> {};

TEST_P(Requests, AreMadeByPeopleOrNot) {
  http::Request request;
  request.method = GetParam().method;
  request.headers = {{"User-Agent", kFirefox}, GetParam().field};
  EXPECT_EQ(is_automatic(request), GetParam().automatic);
}

INSTANTIATE_TEST_SUITE_P(Kinds, Requests,
                         testing::Values(Asked{"GET", {"Accept", "*/*"}, false},
                                         Asked{"HEAD", {"Accept", "*/*"}, true},
                                         Asked{"GET", {"Sec-Purpose", "prefetch"}, true},
                                         Asked{"GET", {"Sec-Purpose", "prefetch;prerender"}, true},
                                         Asked{"GET", {"Purpose", "prefetch"}, true},
                                         Asked{"POST", {"Sec-Fetch-Mode", "cors"}, false}));

}  // namespace
}  // namespace kb

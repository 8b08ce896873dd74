#include "server/login/request_origin.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string_view host, base_url, origin, fetch_site;
  bool secure, ours;
};
class Origins : public testing::TestWithParam<Case> {};
TEST_P(Origins, AreOursOrNot) {
  const auto& c = GetParam();
  http::Request request;
  request.host = c.host;
  request.secure = c.secure;
  if (!c.origin.empty()) request.headers.push_back({"Origin", std::string(c.origin)});
  if (!c.fetch_site.empty())
    request.headers.push_back({"Sec-Fetch-Site", std::string(c.fetch_site)});
  EXPECT_EQ(comes_from_this_site(request, c.base_url), c.ours)
      << c.host << " " << c.origin << " " << c.fetch_site;
}
INSTANTIATE_TEST_SUITE_P(
    Headers, Origins,
    testing::Values(
        Case{"help.example", "", "https://help.example", "same-origin", true, true},
        Case{"help.example", "", "https://HELP.example", "", true, true},
        Case{"help.example", "", "", "", true, true},
        Case{"help.example", "", "", "same-origin", true, true},
        Case{"localhost:8080", "", "http://localhost:8080", "", false, true},
        Case{"help.example", "", "https://evil.example", "", true, false},
        Case{"help.example", "", "https://help.example.evil.example", "", true, false},
        Case{"help.example", "", "https://help.example:8443", "", true, false},
        Case{"help.example", "", "http://help.example", "", true, false},
        Case{"help.example", "", "null", "", true, false},
        Case{"", "", "https://", "", true, false},
        Case{"help.example", "", "", "cross-site", true, false},
        Case{"help.example", "", "", "same-site", true, false},
        Case{"help.example", "", "", "none", true, false},
        Case{"help.example", "", "https://help.example", "cross-site", true, false},
        Case{"10.0.0.5:8080", "https://help.example", "https://help.example", "", true, true},
        Case{"10.0.0.5:8080", "https://help.example/", "https://help.example", "", false, true},
        Case{"10.0.0.5:8080", "https://help.example", "https://evil.example", "", true, false}));

struct NextCase {
  std::string_view next, base, safe;
};
class Nexts : public testing::TestWithParam<NextCase> {};
TEST_P(Nexts, LeadNowhereElse) {
  EXPECT_EQ(safe_next(GetParam().next, GetParam().base), GetParam().safe) << GetParam().next;
}
INSTANTIATE_TEST_SUITE_P(
    Paths, Nexts,
    testing::Values(NextCase{"/agent", "", "/agent"},
                    NextCase{"/agent?q=a%20b", "", "/agent?q=a%20b"},
                    NextCase{"/help/agent", "/help", "/help/agent"},
                    NextCase{"/help", "/help", "/help"}, NextCase{"/agent", "/help", ""},
                    NextCase{"/helpless", "/help", ""}, NextCase{"", "", ""},
                    NextCase{"//evil.example", "", ""}, NextCase{"https://evil.example", "", ""},
                    NextCase{"/\\evil.example", "", ""}, NextCase{"\\\\evil.example", "", ""},
                    NextCase{"/\t/evil.example", "", ""}, NextCase{"/a\r\nSet-Cookie: a=b", "", ""},
                    NextCase{"javascript:alert(1)", "", ""}, NextCase{"agent", "", ""},
                    NextCase{" /agent", "", ""}));

TEST(SafeNext, IsNoNovel) {
  EXPECT_EQ(safe_next("/" + std::string(5000, 'a'), ""), "");
}

}  // namespace
}  // namespace kb

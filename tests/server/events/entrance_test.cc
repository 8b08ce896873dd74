#include "server/events/entrance.h"

#include <gtest/gtest.h>

#include "server/http/target.h"

namespace kb {
namespace {

struct Case {
  const char* referer;
  const char* target;
  const char* entrance;
};
class Entrances : public testing::TestWithParam<Case> {};

TEST_P(Entrances, AreTold) {
  SiteConfig site;
  site.base_url = "https://help.fernway.example";
  site.header_links = {{{}, "https://app.fernway.example/{lang}/"}};
  http::Request request;
  request.host = "127.0.0.1:8080";
  request.parameters = http::parse_target(GetParam().target)->parameters;
  if (*GetParam().referer) request.headers = {{"Referer", GetParam().referer}};
  EXPECT_EQ(entrance_of(request, site), GetParam().entrance) << GetParam().referer;
}

INSTANTIATE_TEST_SUITE_P(
    Referers, Entrances,
    testing::Values(Case{"", "/", ""}, Case{"https://www.google.com/", "/", "search_engine"},
                    Case{"https://www.google.co.uk/", "/", "search_engine"},
                    Case{"https://google.pl", "/", "search_engine"},
                    Case{"https://html.duckduckgo.com/html?q=a", "/", "search_engine"},
                    Case{"https://search.yahoo.co.jp/search", "/", "search_engine"},
                    Case{"https://yandex.ru/", "/", "search_engine"},
                    Case{"https://search.brave.com/", "/", "search_engine"},
                    Case{"https://mail.google.com/", "/", "link"},
                    Case{"https://google.evil.example/", "/", "link"},
                    Case{"https://notgoogle.com/", "/", "link"},
                    Case{"https://forum.example/t/1", "/", "link"},
                    Case{"https://app.fernway.example/", "/", "product"},
                    Case{"https://APP.fernway.example:443/x", "/", "product"},
                    Case{"https://help.fernway.example/en/", "/", "inside"},
                    Case{"http://127.0.0.1:8080/en/", "/", "inside"}, Case{"no address", "/", ""},
                    Case{"https://user@www.bing.com@evil.example/", "/", "link"}));

INSTANTIATE_TEST_SUITE_P(Parameters, Entrances,
                         testing::Values(Case{"", "/?from=https://app.example/invoices", "product"},
                                         Case{"https://forum.example/", "/?from=app", "product"},
                                         Case{"http://127.0.0.1:8080/", "/?from=app", "inside"},
                                         Case{"", "/?utm_source=newsletter", "link"},
                                         Case{"https://www.google.com/", "/?utm_source=ads",
                                              "search_engine"}));

}  // namespace
}  // namespace kb

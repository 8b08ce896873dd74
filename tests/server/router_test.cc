#include "server/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

TEST(Router, AnswersProbesWithoutAnIndex) {
  HelpCenterFixture center;
  EXPECT_EQ(center.get("/livez").status, 200);
  EXPECT_EQ(center.get("/metrics").status, 200);
  EXPECT_EQ(center.get("/openapi.json").status, 200);
  const auto ready = center.get("/readyz");
  EXPECT_EQ(ready.status, 503);
  EXPECT_THAT(ready.problem->detail, HasSubstr("no index yet"));
  EXPECT_NE(header(ready, "Retry-After"), "");

  center.site.write("en/a.md", "# A\n");
  center.site.must_build();
  EXPECT_EQ(center.get("/readyz").problem->detail, "The index is being opened.");
  center.refresh();
  EXPECT_EQ(center.get("/readyz").status, 200);
}

TEST(Router, CanBeReadOnly) {
  HelpCenterFixture center;
  for (const auto* method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"})
    for (const auto* path : {"/", "/en/", "/api/v1/search", "/livez", "/nothing"}) {
      auto request = HelpCenterFixture::request(path);
      request.method = method;
      const auto answer = center.router().answer(request);
      EXPECT_EQ(answer.status, 405) << method << " " << path;
      EXPECT_EQ(header(answer, "Allow"), "GET, HEAD");
    }
  auto head = HelpCenterFixture::request("/livez");
  head.method = "HEAD";
  EXPECT_EQ(center.router().answer(head).status, 200);
}

TEST(Router, TakesTheBasePathOff) {
  HelpCenterFixture center;
  center.site.config.site.base_path = "/help";
  center.start();
  center.site.write("en/a.md", "# A\n");
  center.publish();
  const std::pair<const char*, int> cases[] = {
      {"/help", 302},       {"/help/", 302}, {"/help/en/", 200}, {"/help/en/a/a", 200},
      {"/help/livez", 200}, {"/livez", 200}, {"/readyz", 200},   {"/metrics", 200},
      {"/en/", 404},        {"/", 404},      {"/helpless/", 404}};
  for (const auto& [path, status] : cases) EXPECT_EQ(center.get(path).status, status) << path;
  EXPECT_EQ(header(center.get("/help"), "Location"), "/help/en/");
  EXPECT_THAT(center.get("/help/en/").body, HasSubstr("href=\"/help/en/\""));
  EXPECT_THAT(center.get("/help/robots.txt").body, HasSubstr("Disallow: /help/api/"));
  for (const auto* path : {"/sitemap.xml", "/sitemaps/en/1.xml", "/llms.txt", "/en/feed.xml"}) {
    EXPECT_EQ(center.get(std::string("/help") + path).status, 200) << path;
    EXPECT_EQ(center.get(path).status, 404) << path;
  }
  EXPECT_EQ(center.router().route_of(HelpCenterFixture::request("/en/")).page, Page::unknown);
}

}  // namespace
}  // namespace kb

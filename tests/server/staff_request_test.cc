#include "server/staff_request.h"

#include <gmock/gmock.h>

#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class StaffRequests : public StaffFixture {
 protected:
  StaffRequest staff(const http::Request& asked, Page page = Page::account) {
    route = Route{page, "", ""};
    return {center.center(), asked, route, store(),
            Identity{.way = Identity::Way::session,
                     .role = Role::admin,
                     .name = "ada",
                     .full_name = "Ada <A>",
                     .csrf = "t0ken"}};
  }
  Route route;
};

TEST_F(StaffRequests, HaveTheirRolesPartsInTheHeader) {
  const auto asked = request("/account");
  auto admin = staff(asked);
  EXPECT_EQ(admin.site("audit").links.back().url, "/admin/audit");
  EXPECT_EQ(admin.site("audit").user_name, "Ada <A>");
  EXPECT_EQ(admin.site("audit").csrf, "t0ken");
  auto agent = staff(asked);
  agent.identity.role = Role::agent;
  for (const auto& link : agent.site("").links) EXPECT_NE(link.section, "audit");
  agent.identity = {};
  EXPECT_THAT(agent.site("").links, IsEmpty());
  EXPECT_EQ(agent.site("").user_name, "");
}

TEST_F(StaffRequests, AreAnsweredPrivately) {
  const auto asked = request("/account");
  const auto someone = staff(asked);
  for (const auto& answer : {someone.page(200, "<p>"), someone.json(200, "{}"),
                             someone.done("/account", "staff.done.password"), someone.not_found(),
                             someone.fault({"it broke", "", ""})}) {
    EXPECT_EQ(answer.cache_control, "no-store");
    EXPECT_FALSE(answer.etag);
    EXPECT_THAT(header(answer, "X-Robots-Tag"), HasSubstr("noindex"));
  }
  const auto page = someone.page(200, "<p>");
  EXPECT_THAT(header(page, "Content-Security-Policy"), HasSubstr("frame-ancestors 'none'"));
  EXPECT_EQ(header(page, "Referrer-Policy"), "same-origin");
}

TEST_F(StaffRequests, ForThePanelMayBeFramedWhereConfigured) {
  const auto asked = request("/agent/panel");
  EXPECT_THAT(header(staff(asked, Page::agent_panel).page(200, ""), "Content-Security-Policy"),
              HasSubstr("frame-ancestors 'none'"));
  center.site.config.server.frame_ancestors = {"https://a.example", "https://b.example"};
  center.start();
  EXPECT_THAT(header(staff(asked, Page::agent_panel).page(200, ""), "Content-Security-Policy"),
              HasSubstr("frame-ancestors https://a.example https://b.example;"));
  EXPECT_THAT(header(staff(asked, Page::agent).page(200, ""), "Content-Security-Policy"),
              HasSubstr("frame-ancestors 'none'"));
}

TEST_F(StaffRequests, SayWhatWasDoneOnceMore) {
  const auto asked = request("/account");
  EXPECT_EQ(header(staff(asked).done("/account?tab=a", "staff.done.password"), "Location"),
            "/account?tab=a&done=password");
  const auto after = request("/account?done=password");
  EXPECT_EQ(staff(after).site("").done, "staff.done.password");
  for (const auto* target : {"/account?done=made-up", "/account?done=../login.title"}) {
    const auto odd = request(target);
    EXPECT_EQ(staff(odd).site("").done, "") << target;
  }
}

TEST_F(StaffRequests, AreBelowTheBasePath) {
  center.site.config.site.base_path = "/help";
  center.start();
  const auto asked = request("/help/account");
  EXPECT_EQ(staff(asked).url("/agent"), "/help/agent");
  EXPECT_EQ(header(staff(asked).done("/account", ""), "Location"), "/help/account");
  EXPECT_EQ(staff(asked).site("").logout_url, "/help/logout");
}

TEST_F(StaffRequests, AreWordedInTheBrowsersLanguage) {
  EXPECT_EQ(interface_language(center.center(), request("/", {}, {{"Accept-Language", "pl"}})),
            "pl");
  EXPECT_EQ(interface_language(center.center(), request("/", {}, {{"Accept-Language", "tlh"}})),
            "en");
  EXPECT_THAT(answer(request("/login", {}, {{"Accept-Language", "ar"}})).body,
              HasSubstr("dir=\"rtl\""));
}

TEST_F(StaffRequests, TellTheCauseOfAFaultToTheLogOnly) {
  const auto asked = request("/account");
  const auto answer = staff(asked).fault({"disk full", "", ""});
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.fault, "disk full");
  EXPECT_THAT(answer.body, Not(HasSubstr("disk full")));
  EXPECT_THAT(answer.body, HasSubstr(asked.request_id));
}

TEST_F(StaffRequests, AreAuditedWithTheChangeOrNotAtAll) {
  const auto asked = request("/account");
  const auto someone = staff(asked);
  ASSERT_TRUE(store().write(
      [&](store::Sql& sql) { return someone.audit(sql, "article.flag", "en/a", "wrong"); }));
  ASSERT_FALSE(store().write([&](store::Sql& sql) -> Result<void> {
    if (auto told = someone.audit(sql, "article.flag", "en/b"); !told) return told;
    return fail("the change failed");
  }));
  EXPECT_THAT(audit_log(), ElementsAre("ada article.flag en/a"));
}

}  // namespace
}  // namespace kb

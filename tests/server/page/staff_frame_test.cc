#include "server/page/staff_frame.h"

#include <nlohmann/json.hpp>

#include "server/page/staff_message.h"
#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string any_page(const StaffSite& staff) {
  return render(renderer(), StaffMessage{.staff = staff});
}

TEST(StaffFrame, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    const auto html = any_page(sample_staff(lang));
    EXPECT_EQ(broken_rules(html), "") << lang;
    EXPECT_THAT(html, HasSubstr("noindex"));
  }
}

TEST(StaffFrame, ShowsWhoIsHereAndTheWayOut) {
  const auto html = any_page(sample_staff("en"));
  EXPECT_THAT(html, HasSubstr("Ana &lt;Pop&gt;"));
  EXPECT_THAT(html, HasSubstr(R"(<form method="post" action="/help/logout">)"));
  EXPECT_THAT(html, HasSubstr(R"(name="csrf" value="t0k&quot;en")"));
  EXPECT_THAT(html, HasSubstr("staff.css?v="));
  EXPECT_THAT(html, Not(HasSubstr("role=\"search\""))) << "customers' search";
}

TEST(StaffFrame, MarksThePartThatOneIsIn) {
  auto staff = sample_staff("en");
  EXPECT_THAT(any_page(staff), HasSubstr(R"(<a href="/help/agent">Console</a>)"));
  EXPECT_THAT(any_page(staff), HasSubstr(R"(<a href="/help/account" aria-current="page">)"));
  staff.section = "agent";
  EXPECT_THAT(any_page(staff),
              HasSubstr(R"(<a href="/help/agent" aria-current="page">Console</a>)"));
}

TEST(StaffFrame, ShowsNobodyToNobody) {
  StaffSite staff;
  staff.site = sample_site("en");
  const auto html = any_page(staff);
  EXPECT_THAT(html, Not(HasSubstr("logout")));
  EXPECT_THAT(html, Not(HasSubstr("class=\"staff-links\"")));
}

TEST(StaffFrame, SaysWhatWasDone) {
  auto staff = sample_staff("en");
  EXPECT_THAT(any_page(staff), Not(HasSubstr("role=\"status\"")));
  staff.done = "staff.done.everywhere";
  EXPECT_THAT(any_page(staff), HasSubstr("You were logged out everywhere else."));
}

TEST(StaffFrame, LeavesTheHeaderToWhoEmbedsIt) {
  auto staff = sample_staff("en");
  staff.embedded = true;
  EXPECT_THAT(any_page(staff), Not(HasSubstr("<header")));
}

}  // namespace
}  // namespace kb::page

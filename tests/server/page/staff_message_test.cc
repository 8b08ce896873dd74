#include "server/page/staff_message.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using Kind = StaffMessage::Kind;

struct Case {
  Kind kind;
  std::string title;
};
class StaffMessages : public testing::TestWithParam<Case> {};

TEST_P(StaffMessages, SayWhatIsWrong) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    const StaffMessage page{.staff = sample_staff(lang), .kind = GetParam().kind};
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
  const StaffMessage page{.staff = sample_staff("en"), .kind = GetParam().kind};
  EXPECT_THAT(render(renderer(), page), HasSubstr("<h1>" + GetParam().title + "</h1>"));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, StaffMessages,
    testing::Values(Case{Kind::forbidden, "You may not see this page"},
                    Case{Kind::stale, "This form is no longer valid"},
                    Case{Kind::insecure, "Logging in needs a secure connection"},
                    Case{Kind::missing, "We can’t find this page"},
                    Case{Kind::bad_link, "This link is no longer valid"},
                    Case{Kind::away, "The team’s pages are away for the moment"},
                    Case{Kind::fault, "Something went wrong on our side"}));

TEST(StaffMessage, GivesACodeForTheLogAndAWayBack) {
  const auto html = render(
      renderer(),
      StaffMessage{.staff = sample_staff("en"), .request_id = "9f1c<", .back_url = "/help/agent"});
  EXPECT_THAT(html, HasSubstr("9f1c&lt;"));
  EXPECT_THAT(html, HasSubstr(R"(href="/help/agent">Go back</a>)"));
}

}  // namespace
}  // namespace kb::page

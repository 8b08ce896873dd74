#include "server/agent/flags_page.h"

#include "tests/server/agent/pages_for_tests.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(FlagsPage, ListsFlagsByOwner) {
  for (const auto* lang : {"en", "ar"}) {
    const FlagsPage page{
        .staff = agent_site(lang),
        .action = "/help/agent/flags",
        .back_url = "/help/agent",
        .flags = {{.id = 1, .title = "No owner", .lang = "en", .kind = "wrong", .who = "ana"},
                  {.id = 2,
                   .owner = "eva",
                   .title = "A",
                   .lang = "pl",
                   .url = "/x",
                   .kind = "outdated",
                   .note = "<b>",
                   .ticket = "zendesk/7",
                   .who = "ana"},
                  {.id = 3, .owner = "eva", .title = "B", .lang = "en", .kind = "missing"}}};
    EXPECT_EQ(broken_rules(render(renderer(), page)), "");
  }
  const FlagsPage page{.staff = agent_site("en"),
                       .flags = {{.id = 1, .title = "A", .lang = "en", .kind = "unclear"},
                                 {.id = 2, .owner = "eva", .title = "B", .kind = "missing"}}};
  EXPECT_THAT(render(renderer(), page),
              AllOf(HasSubstr("Without an owner"), HasSubstr("<h2><bdi>eva</bdi></h2>"),
                    HasSubstr("Unclear"), HasSubstr("Something is missing"),
                    HasSubstr("name=\"id\" value=\"2\"")));
}

TEST(FlagsPage, SaysThatThereAreNone) {
  const auto html = render(renderer(), FlagsPage{.staff = agent_site("en")});
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("No flags are open."));
}

}  // namespace
}  // namespace kb::page

#include "server/page/wishes_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

WishesPage sample_wishes(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .action = "/help/writer/wishes",
          .types = {{"bug", "Bug", true}},
          .languages = {{"pl", "Polish", false}},
          .has_any = true,
          .can_send = true,
          .csv_url = "/help/api/v1/wishes?format=csv",
          .json_url = "/help/api/v1/wishes?format=json",
          .count = 1,
          .wishes = {{.label = "tryb <ciemny>",
                      .lang = "pl",
                      .type = "feature_request",
                      .topic = "looks",
                      .trend = "rising",
                      .customers = 1234,
                      .recent = 30,
                      .before = 12,
                      .ticket_count = 40,
                      .tickets = {{"desk/2", "/help/agent/ticket/desk/2"}},
                      .elsewhere = {{"en", "dark mode"}}}}};
}

TEST(WishesPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    auto page = sample_wishes(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.wishes.clear();
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(WishesPage, ShowsWhoWishesWhat) {
  const auto html = render(renderer(), sample_wishes("en"));
  EXPECT_THAT(html, HasSubstr("tryb &lt;ciemny&gt;"));
  EXPECT_THAT(html, HasSubstr("lang=\"pl\""));
  EXPECT_THAT(html, HasSubstr("Customers: 1,234"));
  EXPECT_THAT(html, HasSubstr("Last 90 days: 30 (before: 12)"));
  EXPECT_THAT(html, HasSubstr("Rising"));
  EXPECT_THAT(html, HasSubstr("href=\"/help/agent/ticket/desk/2\""));
  EXPECT_THAT(html, HasSubstr("dark mode"));
  EXPECT_THAT(html, HasSubstr("Send them to the product team"));
}

TEST(WishesPage, SaysWhyItIsEmpty) {
  auto page = sample_wishes("en");
  page.wishes.clear();
  page.can_send = false;
  auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("No wish is like that."));
  EXPECT_THAT(html, Not(HasSubstr("product team")));
  page.has_any = false;
  EXPECT_THAT(render(renderer(), page), HasSubstr("No wishes yet."));
}

}  // namespace
}  // namespace kb::page

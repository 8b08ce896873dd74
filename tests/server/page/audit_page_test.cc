#include "server/page/audit_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

AuditPage sample_audit(const std::string& lang) {
  const Time at = std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + std::chrono::hours{8};
  return {.staff = sample_staff(lang),
          .action = "/help/admin/audit",
          .lines = {{at, "ana", "article.flag", "en/refund", "<wrong>", "203.0.113.7"}},
          .older_url = "/help/admin/audit?before=7"};
}

TEST(AuditPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    EXPECT_EQ(broken_rules(render(renderer(), sample_audit(lang))), "") << lang;
}

TEST(AuditPage, ShowsEachChange) {
  const auto html = render(renderer(), sample_audit("en"));
  EXPECT_THAT(html, HasSubstr("2026-03-14 08:00:00</time>"));
  EXPECT_THAT(html, HasSubstr("<code>article.flag</code>"));
  EXPECT_THAT(html, HasSubstr("&lt;wrong&gt;"));
  EXPECT_THAT(html, HasSubstr(R"(href="/help/admin/audit?before=7">Older</a>)"));
  EXPECT_THAT(html, Not(HasSubstr("Newest")));
}

TEST(AuditPage, SaysThatThereIsNothing) {
  auto page = sample_audit("en");
  page.lines.clear();
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("Nothing was changed yet."));
}

}  // namespace
}  // namespace kb::page

#include "server/page/writer_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

WriterPage sample_writer(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .gaps = {{.label = "zwrot <kosztów>", .lang = "pl", .url = "/help/writer/gaps/7"}},
          .gaps_url = "/help/writer/gaps",
          .queues = {{"pl", 12, "/help/writer/review?lang=pl"}},
          .queue_url = "/help/writer/review",
          .flags = 2,
          .flags_url = "/help/agent/flags",
          .replies = 10,
          .rated = 3,
          .peer_url = "/help/writer/peer",
          .pages = {{"Translations", "/help/writer/translations"}},
          .build = {.state = BuildView::State::failed, .lines = {"<a.md:2>: bad"}},
          .publish_url = "/help/writer/publish"};
}

TEST(WriterPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages())
    EXPECT_EQ(broken_rules(render(renderer(), sample_writer(lang))), "") << lang;
}

TEST(WriterPage, SaysWhatWaits) {
  const auto html = render(renderer(), sample_writer("en"));
  EXPECT_THAT(
      html,
      HasSubstr("href=\"/help/writer/gaps/7\" lang=\"pl\" dir=\"ltr\">zwrot &lt;kosztów&gt;</a>"));
  EXPECT_THAT(html, HasSubstr("Waiting: 12"));
  EXPECT_THAT(html, HasSubstr("Open flags: 2"));
  EXPECT_THAT(html, HasSubstr("You have rated 3 of 10."));
  EXPECT_THAT(html, HasSubstr("<a href=\"/help/writer/translations\">Translations</a>"));
  EXPECT_THAT(html, HasSubstr("&lt;a.md:2&gt;: bad"));
}

TEST(WriterPage, IsCalmWhereNothingWaits) {
  auto page = sample_writer("en");
  page.queues = {{"pl", 0, "/help/writer/review?lang=pl"}};
  page.replies = 0;
  page.build = {};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("No question waits for a decision."));
  EXPECT_THAT(html, Not(HasSubstr("<pre")));
}

}  // namespace
}  // namespace kb::page

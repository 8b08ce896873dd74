#include "server/page/replay_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

ReplayQueryView asked(const std::string& query, const std::string& outcome,
                      const std::string& reason = {}) {
  return {.query = query,
          .lang = "pl",
          .visitors = 7,
          .outcome = outcome,
          .reason = reason,
          .article = "pl/billing/zwrot",
          .before = {{"pl/hub", "Hub"}},
          .after = {{"pl/billing/zwrot", "Zwrot <b>", true}, {"pl/hub", "Hub", false, true}}};
}

ReplayPage sample_replay(const std::string& lang) {
  ReplayPage page{.staff = sample_staff(lang),
                  .label = "zwrot kosztów",
                  .lang = "pl",
                  .gap_url = "/help/writer/gaps/12",
                  .draft_url = "/help/writer/gaps/12/draft",
                  .action = "/help/writer/gaps/12/replay",
                  .started = Time{}};
  page.report =
      ReplayView{.gaps = {{true, {asked("zwrot", "closed"), asked("", "open", "nothing_found")}}},
                 .answered = 20,
                 .worse = {asked("hub", "worse", "fell")},
                 .problems = {"en/a.md:2: is no date"}};
  page.report->gaps[0].queries[1].after.clear();
  return page;
}

TEST(ReplayPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), sample_replay(lang))), "") << lang;
    auto page = sample_replay(lang);
    page.report.reset();
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.is_running = true;
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.is_running = false;
    page.is_another_running = true;
    page.problem = "no index yet";
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(ReplayPage, ShowsBothLists) {
  const auto html = render(renderer(), sample_replay("en"));
  EXPECT_THAT(html, HasSubstr("The drafts close this gap"));
  EXPECT_THAT(html, HasSubstr("Answered: 1 of 2 searches. Worse: 1 of 20"));
  EXPECT_THAT(html, HasSubstr("Zwrot &lt;b&gt;"));
  EXPECT_THAT(html, HasSubstr("A search that few customers made"));
  EXPECT_THAT(html, HasSubstr("Nothing is found."));
}

// It said "A search that few customers made, 0 visitors".
TEST(ReplayPage, HidesTheCountOfAHiddenSearch) {
  auto page = sample_replay("en");
  page.report->worse.clear();
  page.report->gaps[0].queries = {asked("", "open", "nothing_found"), asked("", "open")};
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("visitor")));
  EXPECT_THAT(render(renderer(), page), HasSubstr("<span class=\"hint\">nothing is found</span>"));
  page.report->gaps[0].queries = {asked("zwrot", "open", "nothing_found")};
  EXPECT_THAT(render(renderer(), page), HasSubstr("7 visitors · nothing is found"));
}

// Every reason that kb-index gives is worded.
TEST(ReplayPage, WordsEachReason) {
  for (const char* reason : {"nothing_found", "as_before", "rewritten", "other_words",
                             "other_language", "corrected", "not_among_first", "fell"}) {
    auto page = sample_replay("en");
    page.report->gaps[0].queries = {asked("zwrot", "open", reason)};
    EXPECT_THAT(render(renderer(), page), Not(HasSubstr("replay.reason"))) << reason;
  }
}

TEST(ReplayPage, IsStartedOnceAtATime) {
  auto page = sample_replay("en");
  EXPECT_THAT(render(renderer(), page), HasSubstr("Try now"));
  page.is_another_running = true;
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("Try now")));
}

}  // namespace
}  // namespace kb::page

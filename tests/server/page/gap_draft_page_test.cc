#include "server/page/gap_draft_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

GapDraftPage sample_gap_draft(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .label = "zwrot <kosztów>",
          .lang = "pl",
          .gap_url = "/help/writer/gaps/12",
          .action = "/help/writer/gaps/12/draft",
          .replay_url = "/help/writer/gaps/12/replay",
          .text = "---\ntitle: \"Zwrot\"\n---\n</textarea><script>",
          .path = "billing/zwrot",
          .is_translation = true,
          .file = "content/pl/billing/zwrot.md",
          .branch = "gap/12",
          .written = {{"content/pl/billing/zwrot.md", "ana", Time{}}}};
}

TEST(GapDraftPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    auto page = sample_gap_draft(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    page.path_fault = "draft.fault_path";
    page.text_fault = "draft.fault_empty";
    page.problem = "lies outside of content";
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(GapDraftPage, EscapesWhatIsTyped) {
  const auto html = render(renderer(), sample_gap_draft("en"));
  EXPECT_THAT(html, HasSubstr("&lt;/textarea&gt;&lt;script&gt;</textarea>"));
  EXPECT_THAT(html, HasSubstr("zwrot &lt;kosztów&gt;"));
}

TEST(GapDraftPage, SaysWhereItGoes) {
  auto page = sample_gap_draft("en");
  EXPECT_THAT(render(renderer(), page), HasSubstr("Commit it to the branch"));
  page.branch.clear();
  EXPECT_THAT(render(renderer(), page), HasSubstr("Write it into the folder"));
  page.written.clear();
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("Try the drafts")));
}

}  // namespace
}  // namespace kb::page

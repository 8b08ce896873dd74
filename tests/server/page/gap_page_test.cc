#include "server/page/gap_page.h"

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

const Time kMoment{std::chrono::seconds(1780000000)};

GapPage gap_sample(const std::string& lang) {
  return {.staff = sample_staff(lang),
          .queue_url = "/help/writer/gaps",
          .card = {.label = "Zwrot <kosztów>", .lang = "pl", .diagnosis = "missing", .tickets = 1},
          .category = "billing",
          .failure_rate = 0.75,
          .questions = {{"zwrot kasy", 5, 4}, {"<zwrot>", 3, 3, true}},
          .hidden_questions = 4,
          .tickets = {{"contact/1042", "/help/agent/ticket/contact/1042"}, {"old", ""}},
          .notes = {"It <says> nothing"},
          .articles = {{"Faktura", "pl", "/help/pl/a/invoice", 0.4, true}},
          .elsewhere = {{"refund (en)", "/help/writer/gaps/8"}},
          .proof = GapProofView{.verdict = "closed",
                                .before = {60, 80, 0.75, 0.64, 0.83},
                                .after = {3, 41, 0.073, 0.025, 0.19},
                                .difference = -0.68,
                                .low = -0.77,
                                .high = -0.53},
          .history = {{kMoment, "ana", "comment", "", "I <take> it"},
                      {kMoment, "ana", "state", "open", "in_progress"},
                      {kMoment, "", "proof", "", "{\"verdict\":\"closed\"}"},
                      {kMoment, "", "found", "", "zwrot"}},
          .action = "/help/writer/gaps/7",
          .version = 3,
          .seen = 12,
          .fields = {.label = "Zwrot", .state = "in_progress", .comment = "typed <so far>"},
          .owners = {{"ana", "ana", true}},
          .states = {"open", "in_progress", "published"},
          .others = {{"8", "faktura", false}},
          .draft_url = "/help/writer/gaps/7/draft",
          .replay_url = "/help/writer/gaps/7/replay",
          .notice_url = "/help/writer/notices?gap=7"};
}

TEST(GapPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    auto page = gap_sample(lang);
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
    for (const auto* field :
         {"label", "state", "owner", "due", "article", "reason", "comment", "merge", "split"})
      page.faults[field] = "gap.fault_long";
    page.changed = page.history;
    EXPECT_EQ(broken_rules(render(renderer(), page)), "") << lang;
  }
}

TEST(GapPage, ShowsAllOfAGap) {
  const auto html = render(renderer(), gap_sample("en"));
  for (const auto* words : {"Zwrot &lt;kosztów&gt;</h1>",
                            "zwrot kasy",
                            "75 %",
                            "asked them: 4",
                            "href=\"/help/agent/ticket/contact/1042\"",
                            "It &lt;says&gt; nothing",
                            "fits 40 %",
                            "older than its original",
                            "refund (en)",
                            "It helped",
                            "75 % failed (60 of 80; 64 % to 83 %)",
                            "Difference: -68 points (95 %: -77 to -53)",
                            "ana: Open → In progress",
                            "I &lt;take&gt; it",
                            "The figures were looked at.",
                            "name=\"version\" value=\"3\"",
                            "name=\"seen\" value=\"12\"",
                            "typed &lt;so far&gt;",
                            "<option value=\"in_progress\" selected>",
                            "value=\"&lt;zwrot&gt;\" checked"})
    EXPECT_THAT(html, HasSubstr(words));
  EXPECT_THAT(html, Not(HasSubstr("verdict")));
}

TEST(GapPage, ShowsWhatOthersDid) {
  auto page = gap_sample("en");
  page.changed = {{kMoment, "ion", "owner", "", "ion"}};
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("Somebody else changed this gap"));
  EXPECT_THAT(html, HasSubstr("ion: owner — → ion"));
}

TEST(GapPage, HasNoFormsOnceItIsMerged) {
  auto page = gap_sample("en");
  page.merged_into = {"faktura", "/help/writer/gaps/8"};
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("merged into another"));
  EXPECT_THAT(html, Not(HasSubstr("name=\"version\"")));
}

}  // namespace
}  // namespace kb::page

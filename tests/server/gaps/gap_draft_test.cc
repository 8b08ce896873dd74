#include "server/gaps/gap_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/check/check.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const GapDraftWords kWords{.how = "Answer these.",
                           .translate = "Translate this:",
                           .questions = "Questions to answer",
                           .hidden = "2 more were asked.",
                           .answers = "What support answered:",
                           .outlines = "Similar articles:"};

GapDraft sample() {
  return {.facts = {.title = "Redeem a voucher",
                    .category = "billing",
                    .keywords = {"voucher", "gift code"},
                    .updated = SiteInFolder::kStart,
                    .owner = "ana",
                    .draft = true},
          .lang = "en",
          .id = "billing/redeem-a-voucher",
          .questions = {"redeem a voucher", "where does the code go"},
          .hidden_questions = 2,
          .answers = {{"desk/17", "Where do I type it?", "At the checkout.\nBelow the sum."}},
          .outlines = {{"en/billing/refund", "Refunds", {{"How long", 2}, {"Abroad", 3}}}}};
}

TEST(GapDraft, BeginsTheArticle) {
  EXPECT_EQ(gap_draft_file(sample(), kWords),
            "---\n"
            "title: \"Redeem a voucher\"\n"
            "category: \"billing\"\n"
            "keywords: [\"voucher\",\"gift code\"]\n"
            "updated: 2026-01-01\n"
            "owner: \"ana\"\n"
            "draft: true\n"
            "---\n\n"
            "<!--\n"
            "Answer these.\n"
            "2 more were asked.\n"
            "-->\n\n"
            "## Questions to answer\n\n"
            "- redeem a voucher\n"
            "- where does the code go\n\n"
            "<!--\n"
            "What support answered:\n\n"
            "desk/17\n\n"
            "    Where do I type it?\n\n"
            "    At the checkout.\n"
            "    Below the sum.\n"
            "-->\n\n"
            "<!--\n"
            "Similar articles:\n\n"
            "en/billing/refund: Refunds\n"
            "  - How long\n"
            "    - Abroad\n"
            "-->\n");
}

TEST(GapDraft, OfATranslationIsTheOriginal) {
  auto draft = sample();
  draft.original = "en/billing/voucher";
  draft.original_text = "# Vouchers\n\nType the code.\n";
  const auto text = gap_draft_file(draft, kWords);
  EXPECT_THAT(text, HasSubstr("<!--\nTranslate this: en/billing/voucher\n"));
  EXPECT_THAT(text, HasSubstr("-->\n\n# Vouchers\n\nType the code.\n\n<!--\nWhat support"));
}

// A ticket that quoted a web page ended the comment, and the rest was published.
TEST(GapDraft, KeepsTicketsInTheirComment) {
  auto draft = sample();
  draft.answers[0].answer = "See --> here\n\n--> and <script>alert(1)</script>";
  draft.questions = {"[link](javascript:alert(1)) <b>"};
  SiteInFolder site;
  site.write("en/billing/redeem-a-voucher.md", gap_draft_file(draft, kWords));
  site.must_build_cleanly();
  const auto html = site.html("en", "billing/redeem-a-voucher", Audience::writers);
  EXPECT_THAT(html, HasSubstr("Questions to answer"));
  for (const char* hidden : {"here", "alert(1)</", "checkout", "Similar", "<b>"})
    EXPECT_THAT(html, Not(HasSubstr(hidden))) << html;
}

TEST(GapDraft, IsReadWithoutAProblem) {
  SiteInFolder site;
  site.write("en/billing/refund.md", "---\ntitle: Refunds\nupdated: 2026-01-01\n---\n\nText.\n");
  site.write("en/billing/redeem-a-voucher.md", gap_draft_file(sample(), kWords));
  site.must_build_cleanly();
  EXPECT_THAT(site.articles(), ElementsAre("en/billing/refund: Refunds")) << "it is a draft";
  EXPECT_THAT(site.articles(Audience::writers),
              testing::Contains("en/billing/redeem-a-voucher: Redeem a voucher"));
  Progress silent(stderr, Progress::Style::silent);
  const auto report = check(site.config, site.clock, silent);
  ASSERT_TRUE(report) << to_line(report.error());
  for (const auto severity : {Severity::error, Severity::warning})
    EXPECT_EQ(report->count(severity), 0U);
}

TEST(WithoutFrontMatter, IsTheText) {
  EXPECT_EQ(without_front_matter("---\ntitle: A\n---\n\nText.\n"), "Text.\n");
  EXPECT_EQ(without_front_matter("Text.\n"), "Text.\n");
  EXPECT_EQ(without_front_matter("---\nno end"), "---\nno end");
  EXPECT_EQ(without_front_matter(""), "");
}

}  // namespace
}  // namespace kb

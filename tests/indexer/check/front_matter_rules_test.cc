#include "indexer/check/front_matter_rules.h"

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

class FrontMatterRules : public RuleTest {};
TEST_P(FrontMatterRules, HoldForOneArticle) {
  expect_findings({rules::front_matter, rules::misspelled_key, rules::missing_title,
                   rules::missing_summary, rules::date_order, rules::expired, rules::review_due,
                   rules::updated_in_future});
}

RuleCase with_front_matter(const std::string& yaml, std::vector<std::string> findings) {
  return {{{"en/a.md", "---\ntitle: T\nsummary: S\n" + yaml + "\n---\nText.\n"}},
          std::move(findings)};
}

INSTANTIATE_TEST_SUITE_P(
    Right, FrontMatterRules,
    testing::Values(
        with_front_matter("review_by: 2026-02-01\nupdated: 2026-01-01\nunknown: {a: b}", {}),
        with_front_matter("publish_at: 2025-01-01\nexpires_at: 2026-02-01", {}),
        // It is tomorrow in the east already.
        with_front_matter("updated: 2026-01-01 12:00:00", {}),
        with_front_matter("sidebar_label: A\nslug: b\nlayout: c\nimage: d\ntype: e\nstatus: f", {}),
        RuleCase{{{"en/a.md", "---\nsummary: S\n---\n# T\n\nText.\n"}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Dates, FrontMatterRules,
    testing::Values(
        with_front_matter("review_by: 2025-12-31",
                          {"en/a.md:4: warning: was to be looked at again by "
                           "2025-12-31; read it again, then give "
                           "`review_by` a later date [review-due]"}),
        with_front_matter(
            "review_by: 2025-12-31\nowner: Ana",
            {"en/a.md:4: warning: was to be looked at again by 2025-12-31 (owner: Ana); read it "
             "again, then give `review_by` a later date [review-due]"}),
        with_front_matter(
            "expires_at: 2026-01-01",
            {"en/a.md:4: warning: expired on 2026-01-01: no reader sees it; give `expires_at` a "
             "later date, or delete the file [expired]"}),
        with_front_matter(
            "expiryDate: 2025-12-01",
            {"en/a.md:4: warning: expired on 2025-12-01: no reader sees it; give `expiryDate` a "
             "later date, or delete the file [expired]"}),
        with_front_matter(
            "publish_at: 2026-05-01\nexpires_at: 2026-05-01",
            {"en/a.md:5: error: `expires_at` is not after the day on which it appears, 2026-05-01: "
             "nobody ever sees it; give it a later date [date-order]"}),
        with_front_matter(
            "publish_at: 2025-05-01\nexpires_at: 2025-04-01",
            {"en/a.md:5: error: `expires_at` is not after the day on which it appears, 2025-05-01: "
             "nobody ever sees it; give it a later date [date-order]"}),
        with_front_matter(
            "updated: 2026-01-02",
            {"en/a.md:4: warning: was updated on 2026-01-02, which is in the future; write the day "
             "on which the text was changed [updated-in-future]"})));

INSTANTIATE_TEST_SUITE_P(
    Words, FrontMatterRules,
    testing::Values(
        // It published to everyone what was for agents.
        with_front_matter(
            "audiance: agents",
            {"en/a.md:4: warning: front matter: `audiance` means nothing here; did you mean "
             "`audience`? [misspelled-key]"}),
        RuleCase{
            {{"en/a.md", "Text.\n"}},
            {"en/a.md:1: warning: has no title: the file's name stands in for it; write "
             "`title:` in the front matter, or begin with `# Title` [missing-title]",
             "en/a.md:1: hint: has no summary: the first sentences stand in for it; say in one "
             "sentence, as `summary:`, what the reader gets [missing-summary]"}}));

INSTANTIATE_TEST_SUITE_P(
    Broken, FrontMatterRules,
    testing::Values(
        with_front_matter(
            "updated: soon",
            {"en/a.md:4: error: front matter: `updated` is not a date: 'soon'; write it as "
             "2026-03-14 [front-matter]"}),
        with_front_matter(
            "order: first\ndraft: maybe",
            {"en/a.md:4: error: front matter: `order` is no number up to a million; write it as 3: "
             "lower comes first [front-matter]",
             "en/a.md:5: error: front matter: `draft` is neither true nor false; write true or "
             "false [front-matter]"}),
        RuleCase{{{"en/a.md", "---\ntitle: a: b\n---\nText.\n"}},
                 {"en/a.md:2: error: front matter is not YAML: illegal map value; put text with "
                  "`: ` or `#` in quotes, indent with spaces [front-matter]"}},
        RuleCase{{{"en/a.md", "---\ntitle: a\n"}},
                 {"en/a.md:1: error: front matter has no end; end it with a line `---` "
                  "[front-matter]"}}));

TEST(FrontMatterOfAnswers, NeedsNoSummary) {
  SiteInFolder site;
  site.config.sources[0].kind = SourceKind::answers;
  site.write("en/a.md", "# Q\n\nText.\n");
  EXPECT_EQ(findings_of(site, {rules::missing_summary}), std::vector<std::string>{});
}

}  // namespace
}  // namespace kb

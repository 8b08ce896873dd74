#include "indexer/check/text_rules.h"

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

class TextRules : public RuleTest {};
TEST_P(TextRules, HoldForOneText) {
  expect_findings(
      {rules::markdown, rules::heading_level, rules::empty_section, rules::wrong_language});
}

RuleCase with_text(const std::string& text, std::vector<std::string> findings) {
  return {{{"en/a.md", text}}, std::move(findings)};
}

INSTANTIATE_TEST_SUITE_P(
    Right, TextRules,
    testing::Values(with_text("# T\n\na\n\n## A\n\nb\n\n### B\n\nc\n\n## C\n\nd", {}),
                    with_text("a\n\n# A\n\nb\n\n## B\n\nc", {}),
                    with_text("## A\n\n### B\n\nc", {}), with_text("a[^1]\n\n[^1]: #### B", {}),
                    with_text("![a](b.png)", {}), with_text("```\ncode\n```", {}),
                    with_text("---\ndraft: true\n---\n# T\n", {})));

INSTANTIATE_TEST_SUITE_P(
    Headings, TextRules,
    testing::Values(
        with_text("a\n\n### B\n\nc",
                  {"en/a.md:3: warning: the heading 'B' is ###, but the one before it "
                   "is the title; write "
                   "it with ## [heading-level]"}),
        with_text(
            "---\ntitle: T\n---\n## A\n\nb\n\n##### C\n\nd",
            {"en/a.md:8: warning: the heading 'C' is #####, but the one before it is ##; write it "
             "with ### [heading-level]"}),
        with_text(
            "## A\n\na\n\n### B\n\nb\n\n## C\n\n#### D\n\nd",
            {"en/a.md:11: warning: the heading 'D' is ####, but the one before it is ##; write it "
             "with ### [heading-level]"})));

INSTANTIATE_TEST_SUITE_P(
    Empty, TextRules,
    testing::Values(
        with_text(
            "## A\n\n## B\n\nc\n\n## D\n",
            {"en/a.md:1: warning: the section 'A' is empty; write what it promises, or take the "
             "heading out [empty-section]",
             "en/a.md:7: warning: the section 'D' is empty; write what it promises, or take the "
             "heading out [empty-section]"}),
        // To customers it is.
        with_text(
            "a\n\n## A\n\n:::agents\nb\n:::\n",
            {"en/a.md:3: warning: the section 'A' is empty; write what it promises, or take the "
             "heading out [empty-section]"}),
        with_text("# T\n",
                  {"en/a.md:1: warning: the article has no text; write it, or set `draft: true` "
                   "until you do [empty-section]"}),
        with_text("---\ntitle: T\n---\n\n## A\n",
                  {"en/a.md:4: warning: the article has no text; write "
                   "it, or set `draft: true` until you "
                   "do [empty-section]"})));

INSTANTIATE_TEST_SUITE_P(
    Markdown, TextRules,
    testing::Values(with_text("a\n\n:::note\nb\n",
                              {"en/a.md:3: error: `:::note` has no end; end it with a line `:::` "
                               "[markdown]"}),
                    with_text("a\n\n:::agents\nb\n",
                              {"en/a.md:3: error: `:::agents` has no end; end it with a line `:::` "
                               "[markdown]"})));

constexpr const char* kGerman =
    "---\ntitle: T\n---\nWie bekomme ich mein Geld zurück? Schicken Sie das Produkt innerhalb von "
    "dreißig Tagen zurück, dann haben Sie Ihr Geld nach fünf Werktagen wieder. Das gilt für alle "
    "Produkte aus unserem Laden, aber nicht für Gutscheine. Schreiben Sie uns, wenn etwas unklar "
    "ist: Wir antworten innerhalb eines Tages.\n";

INSTANTIATE_TEST_SUITE_P(
    Languages, TextRules,
    testing::Values(
        RuleCase{{{"de/a.md", kGerman}}, {}}, RuleCase{{{"de-AT/a.md", kGerman}}, {}},
        RuleCase{{{"ro/a.md", kGerman}},
                 {"ro/a.md:4: warning: reads like German, but lies among the texts in Romanian; "
                  "translate it, or move the file [wrong-language]"}}));

}  // namespace
}  // namespace kb

#include "indexer/check/link_rules.h"

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

class Links : public RuleTest {};
TEST_P(Links, LeadWhereTheirReaderMayGo) {
  expect_findings({rules::broken_link, rules::broken_anchor, rules::link_to_draft,
                   rules::link_to_agents, rules::refused_link});
}

const std::string kDraft = "---\ndraft: true\n---\n# D\n\nText.\n";
const std::string kAgents = "---\naudience: agents\n---\n# A\n\nText.\n\n## Steps\n\nText.\n";
const std::string kPlain = "# P\n\nText.\n\n## Steps {#how}\n\nText.\n";

INSTANTIATE_TEST_SUITE_P(
    Right, Links,
    testing::Values(
        RuleCase{{{"en/a.md", "[b](b/c.md) [b](b/c) [b](/en/b/c.md#how)"}, {"en/b/c.md", kPlain}},
                 {}},
        RuleCase{
            {{"en/a.md", "[x](#one) [y](#two-words)\n\n## X {#one}\n\na\n\n## Two words\n\nb"}},
            {}},
        RuleCase{{{"en/a.md", "[b](https://b.c/d#e) [m](mailto:a@b.c) [t](tel:1)"}}, {}},
        RuleCase{{{"en/a.md", "[b](b.pdf)"}, {"en/b.pdf", "%PDF"}}, {}},
        RuleCase{{{"en/a.md", "a[^1]\n\n[^1]: b [c](#fnref:1)"}}, {}},
        // There is no Romanian text: readers of the link get the English one.
        RuleCase{{{"ro/a.md", "[b](b.md#how)"}, {"en/b.md", kPlain}}, {}},
        RuleCase{{{"ro/a.md", "[b](b.md)"}, {"ro/b.md", kDraft}, {"en/b.md", kPlain}}, {}},
        RuleCase{{{"en/a.md", "[b](b.md)"}, {"pl/b.md", kPlain}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Broken, Links,
    testing::Values(
        RuleCase{{{"en/a.md", "Text.\n\n[b](b.md)\n"}},
                 {"en/a.md:3: error: the link 'b.md' leads to no article; correct the path, or "
                  "write the article b [broken-link]"}},
        RuleCase{{{"en/a.md", "---\ntitle: A\n---\n\n[b](b/c)\n[d](d.pdf)\n"}},
                 {"en/a.md:5: error: the link 'b/c' leads to no article and no file; correct the "
                  "path, which begins at this file's folder [broken-link]",
                  "en/a.md:6: error: the link 'd.pdf' leads to no article and no file; correct the "
                  "path, which begins at this file's folder [broken-link]"}},
        RuleCase{
            {{"en/a.md", "[b](old.md)"}, {"en/b.md", "---\nredirect_from: [/old/]\n---\nText"}},
            {"en/a.md:1: error: the link 'old.md' leads to no article; it has moved: link to "
             "en/b.md [broken-link]"}},
        RuleCase{{{"en/a.md", "[b](javascript:alert(1))\n[c](kb-article:en/b)"}, {"en/b.md", "B"}},
                 {"en/a.md:1: warning: the link 'javascript:alert(1)' is left out; link to a file, "
                  "or to http:, https:, mailto: or tel: [refused-link]",
                  "en/a.md:2: warning: the link 'kb-article:en/b' is left out; link to a file, or "
                  "to http:, https:, mailto: or tel: [refused-link]"}}));

INSTANTIATE_TEST_SUITE_P(
    Anchors, Links,
    testing::Values(
        RuleCase{{{"en/a.md", "[x](#on)\n\n## X {#one}\n\na"}},
                 {"en/a.md:1: error: the link '#on' leads to no heading of this article; did you "
                  "mean #one? [broken-anchor]"}},
        RuleCase{{{"en/a.md", "[x](b.md#cost)"}, {"en/b.md", kPlain}},
                 {"en/a.md:1: error: the link 'b.md#cost' leads to no heading of en/b.md; name the "
                  "heading: ## Title {#cost} [broken-anchor]"}},
        RuleCase{{{"ro/a.md", "[x](b.md#how)"},
                  {"en/b.md", kPlain},
                  {"ro/b.md", "# P\n\nText.\n\n## Pași\n\nText.\n"}},
                 {"ro/a.md:1: error: the link 'b.md#how' leads to a heading that only the original "
                  "has, en/b.md:5; give its translation in ro/b.md the same name: {#how} "
                  "[broken-anchor]"}},
        RuleCase{{{"en/a.md", "Text."}, {"ro/a.md", "[x](#h)\n\n## H {#H}\n\na"}},
                 {"ro/a.md:1: error: the link '#h' leads to no heading of this article; did you "
                  "mean #H? [broken-anchor]"}},
        RuleCase{{{"en/a.md", "[x](#p%C4%83r%C8%9Bi)\n\n## Părți\n\na"}}, {}},
        RuleCase{{{"en/a.md", "[x](b.md#x)"}, {"en/b.md", "---\ntitle: [\n---\n"}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Drafts, Links,
    testing::Values(
        RuleCase{{{"en/a.md", "[b](b.md)"}, {"en/b.md", kDraft}},
                 {"en/a.md:1: error: the link 'b.md' leads to a draft; publish en/b.md, or take it "
                  "out [link-to-draft]"}},
        RuleCase{{{"en/a.md", "[b](b.md)"}, {"en/b.md", "---\npublish_at: 2026-03-01\n---\nB"}},
                 {"en/a.md:1: error: the link 'b.md' leads to an article that appears on "
                  "2026-03-01; publish en/b.md, or take it out [link-to-draft]"}},
        RuleCase{{{"en/a.md", "[b](b.md)"}, {"en/b.md", "---\nexpires_at: 2025-03-01\n---\nB"}},
                 {"en/a.md:1: error: the link 'b.md' leads to an article that expired on "
                  "2025-03-01; publish en/b.md, or take it out [link-to-draft]"}},
        // They appear together.
        RuleCase{{{"en/a.md", "---\ndraft: true\n---\n[b](b.md)"}, {"en/b.md", kDraft}}, {}},
        // Nobody reads it any more.
        RuleCase{{{"en/a.md", "---\nexpires_at: 2025-03-01\n---\n[b](gone.md)"}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Agents, Links,
    testing::Values(
        RuleCase{{{"en/a.md", "[b](b.md)"}, {"en/b.md", kAgents}},
                 {"en/a.md:1: error: the link 'b.md' leads to an article for agents only; take it "
                  "out, or put it into a `:::agents` block [link-to-agents]"}},
        RuleCase{{{"en/a.md", "Text.\n\n:::agents\n[b](b.md#steps)\n:::\n"}, {"en/b.md", kAgents}},
                 {}},
        RuleCase{{{"en/a.md", "---\naudience: agents\n---\n[b](b.md)"}, {"en/b.md", kAgents}}, {}},
        RuleCase{{{"en/a.md", "---\ndraft: true\n---\n[b](b.md)"}, {"en/b.md", kAgents}},
                 {"en/a.md:4: error: the link 'b.md' leads to an article for agents only; take it "
                  "out, or put it into a `:::agents` block [link-to-agents]"}},
        RuleCase{{{"en/a.md", "Text.\n\n:::agents\n[b](gone.md)\n:::\n"}},
                 {"en/a.md:4: error: the link 'gone.md' leads to no article; correct the path, or "
                  "write the article gone [broken-link]"}},
        // What customers read leads to a heading that only agents see.
        RuleCase{
            {{"en/a.md", "[x](#secret)\n\n:::agents\n## Secret\n\nText.\n\n[y](#secret)\n:::\n"}},
            {"en/a.md:1: error: the link '#secret' leads to no heading of this article; name "
             "the heading: ## Title {#secret} [broken-anchor]"}}));

}  // namespace
}  // namespace kb

#include "indexer/check/redirects.h"

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

class RedirectRules : public RuleTest {};
TEST_P(RedirectRules, LeadFromOnePlaceToOne) {
  expect_findings({rules::redirect_twice, rules::redirect_unused, rules::redirect_loop});
}

std::string from(const std::string& paths, const std::string& more = {}) {
  return "---\ntitle: T\nredirect_from: [" + paths + "]\n" + more + "---\nText.\n";
}

INSTANTIATE_TEST_SUITE_P(
    Right, RedirectRules,
    testing::Values(
        RuleCase{{{"en/a.md", from("b, /c/d/")}, {"ro/a.md", from("b")}}, {}},
        RuleCase{{{"en/a.md", from("b, b")}}, {}},
        RuleCase{{{"en/a.md", from("b", "draft: true\n")}, {"en/c.md", from("b")}}, {}},
        RuleCase{{{"en/a.md", from("b")}, {"en/b.md", from("", "draft: true\n")}}, {}},
        RuleCase{{{"en/a.md", from("b")}, {"en/b.md", from("", "expires_at: 2025-01-01\n")}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Wrong, RedirectRules,
    testing::Values(
        RuleCase{
            {{"en/a.md", from("c")}, {"en/b.md", from("/c/")}},
            {"en/b.md:3: error: `redirect_from` names 'c', and so does en/a.md, which gets it; "
             "keep it in one of the two [redirect-twice]"}},
        RuleCase{{{"en/a.md", from("a")}},
                 {"en/a.md:3: error: `redirect_from` names 'a', which is its own id; take it out "
                  "[redirect-unused]"}},
        RuleCase{{{"en/a.md", "---\naliases: [/b]\n---\nText.\n"}, {"en/b.md", "Text."}},
                 {"en/a.md:2: error: `redirect_from` names 'b', where there is en/b.md; take it "
                  "out, or move that file away [redirect-unused]"}},
        // Readers of English are shown the Romanian text rather than led on.
        RuleCase{{{"en/a.md", from("b")}, {"ro/b.md", "Text."}},
                 {"en/a.md:3: error: `redirect_from` names 'b', where there is ro/b.md; take it "
                  "out, or move that file away [redirect-unused]"}},
        RuleCase{{{"en/a.md", from("b")}, {"en/b.md", from("a")}},
                 {"en/a.md:3: error: `redirect_from` names 'b', and en/b.md names 'a': each leads "
                  "to the other; keep one of the two [redirect-loop]",
                  "en/b.md:3: error: `redirect_from` names 'a', and en/a.md names 'b': each leads "
                  "to the other; keep one of the two [redirect-loop]"}}));

}  // namespace
}  // namespace kb

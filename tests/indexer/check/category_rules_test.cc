#include "indexer/check/category_rules.h"

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

class CategoryRules : public RuleTest {};
TEST_P(CategoryRules, HoldTheListAgainstWhatIsUsed) {
  expect_findings({rules::categories, rules::unknown_category});
}

const ContentFile kList = {"categories.yaml", "billing: Billing\nhelp: Help\n"};

INSTANTIATE_TEST_SUITE_P(
    Right, CategoryRules,
    testing::Values(RuleCase{{kList, {"en/billing/a.md", "Text."}, {"en/b.md", "Text."}}, {}},
                    RuleCase{{kList, {"en/help/hub/a.md", "Text."}}, {}},
                    RuleCase{{kList, {"en/x/a.md", "---\ncategory: help\n---\nText."}}, {}},
                    RuleCase{{{"en/x/a.md", "Text."}}, {}},
                    RuleCase{{{"en/billing/_category_.json", "{}"}, {"en/x/a.md", "Text."}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Wrong, CategoryRules,
    testing::Values(
        RuleCase{{kList, {"en/x/a.md", "Text."}, {"en/x/b.md", "Text."}, {"ro/x/a.md", "Text."}},
                 {"en/x/a.md:1: hint: categories.yaml does not name `x`, the category of 3 texts; "
                  "give it a name, an order and an icon there [unknown-category]"}},
        RuleCase{
            {kList, {"en/a.md", "---\ntitle: T\ncategory: biling\n---\nText."}},
            {"en/a.md:3: hint: categories.yaml does not name `biling`, the category of 1 text; "
             "did you mean `billing`? [unknown-category]"}},
        RuleCase{{{"categories.yaml", "billing: {colour: red}\n"}, {"en/billing/a.md", "Text."}},
                 {"categories.yaml:1: error: category 'billing': unknown key `colour`; known: "
                  "order, icon, name, description [categories]"}}));

}  // namespace
}  // namespace kb

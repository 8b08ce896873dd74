#include "indexer/check/applies_to_rules.h"

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

class AppliesToRules : public RuleTest {};
TEST_P(AppliesToRules, HoldTheListsAgainstWhatIsWritten) {
  expect_findings({rules::applies_to_file, rules::unknown_applies_to});
}

const ContentFile kLists = {"applies_to.yaml",
                            "plan: {name: Plan, values: {free: Free, home: {en: Home}}}\n"
                            "platform: {values: {ios: iPhone, android: Android, web: Web}}\n"};

RuleCase one(const std::string& text, std::vector<std::string> findings) {
  return {{kLists, {"en/a.md", text}}, std::move(findings)};
}

INSTANTIATE_TEST_SUITE_P(
    Right, AppliesToRules,
    testing::Values(one("---\napplies_to: {plan: [free, home], platform: ios}\n---\nText.\n", {}),
                    one("---\napplies_to: [home, web]\n---\nText.\n", {}),
                    one("## A {applies_to=android,plan:free}\n\nText.\n", {}),
                    // Without a list every value is right.
                    RuleCase{{{"en/a.md", "---\napplies_to: {plan: gold}\n---\nText.\n"}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Wrong, AppliesToRules,
    testing::Values(
        one("---\ntitle: T\napplies_to: {plan: [free, hoem]}\n---\nText.\n",
            {"en/a.md:3: warning: applies_to.yaml does not list `plan:hoem`; did you mean "
             "`plan:home`? [unknown-applies-to]"}),
        one("## A {applies_to=andriod}\n\nText.\n",
            {"en/a.md:1: warning: applies_to.yaml does not list `andriod`; did you mean `android`? "
             "[unknown-applies-to]"}),
        one("---\napplies_to: {plan: android}\n---\nText.\n",
            {"en/a.md:2: warning: applies_to.yaml does not list `plan:android`; did you mean "
             "`platform:android`? [unknown-applies-to]"}),
        one("---\napplies_to: fridge\n---\nText.\n",
            {"en/a.md:2: warning: applies_to.yaml does not list `fridge`; list it there, or use "
             "one "
             "of free, home, ios, android, web [unknown-applies-to]"}),
        one("a\n\n:::agents\n## A {applies_to=iso}\n\nText.\n:::\n",
            {"en/a.md:4: warning: applies_to.yaml does not list `iso`; did you mean `ios`? "
             "[unknown-applies-to]"}),
        RuleCase{{{"applies_to.yaml", "plan: {value: {free: Free}}\n"}, {"en/a.md", "Text."}},
                 {"applies_to.yaml:1: error: `plan` has no `values`; platform: {name: Device, "
                  "values: {ios: iPhone, android: Android}} [applies-to-file]"}}));

}  // namespace
}  // namespace kb

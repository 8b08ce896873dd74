#include "server/context/context_map.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  std::string_view pattern, page;
  bool fits;
};
class ContextFit : public testing::TestWithParam<Case> {};

TEST_P(ContextFit, IsWhatThePatternSays) {
  EXPECT_EQ(context_fit(GetParam().pattern, GetParam().page) > 0, GetParam().fits)
      << GetParam().pattern << " " << GetParam().page;
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, ContextFit,
    testing::Values(Case{"/settings/billing", "app.example/settings/billing", true},
                    Case{"/settings/billing", "/settings/billing", true},
                    Case{"/settings/billing", "app.example/settings", false},
                    Case{"/settings", "app.example/settings/billing", false},
                    Case{"/settings/*", "app.example/settings/billing/cards", true},
                    Case{"/settings/*", "app.example/settings", true},
                    Case{"/*/billing", "app.example/team/7/billing", true},
                    Case{"app.example/settings", "app.example/settings", true},
                    Case{"app.example/settings", "shop.example/settings", false},
                    Case{"*.example/*", "app.example/a/b", true},
                    Case{"/a*b*c", "x.example/aXbXbXc", true},
                    Case{"/a*b*c", "x.example/aXbX", false}, Case{"/", "app.example/", true},
                    Case{"*", "app.example/a", true}, Case{"", "app.example/a", false}));

TEST(ContextFit, CountsWhatAPatternNames) {
  EXPECT_GT(context_fit("/settings/billing", "a.example/settings/billing"),
            context_fit("/settings/*", "a.example/settings/billing"));
  EXPECT_GT(context_fit("a.example/settings/*", "a.example/settings/billing"),
            context_fit("/settings/*", "a.example/settings/billing"));
}

// A pattern of many stars over a long address took as long as there are ways to part it.
TEST(ContextFit, IsFastWhateverIsWritten) {
  std::string pattern;
  for (int i = 0; i < 100; ++i) pattern += "*a";
  EXPECT_EQ(context_fit(pattern + "*b", std::string(300, 'a')), 0U);
}

TEST(ContextMap, GivesTheClosestFirst) {
  SiteInFolder site;
  site.write("en/all.md", "---\ncontexts: '*'\n---\n# All\n");
  site.write("en/some.md", "---\ncontexts: [/settings/*]\n---\n# Some\n");
  site.write("en/one.md",
             "---\ncontexts: ['https://App.example/settings/billing/']\nstage: Pay\n---\n# One\n");
  site.write("pl/one.md", "---\ncontexts: /orders\nstage: pay\n---\n# Jeden\n");
  site.write("en/secret.md", "---\naudience: agents\ncontexts: '*'\nstage: pay\n---\n# Secret\n");
  site.must_build();
  const ContextMap map(*site.live());
  EXPECT_THAT(map.for_page("app.example/settings/billing"), ElementsAre("one", "some", "all"));
  EXPECT_THAT(map.for_page("app.example/orders"), ElementsAre("one", "all"));
  EXPECT_THAT(map.for_stage("PAY"), ElementsAre("one"));
  EXPECT_THAT(map.for_stage("leave"), IsEmpty());
}

TEST(ContextMap, IsEmptyWhereNothingIsSaid) {
  SiteInFolder site;
  site.write("en/a.md", "# A\n");
  site.must_build();
  EXPECT_THAT(ContextMap(*site.live()).for_page("app.example/"), IsEmpty());
}

}  // namespace
}  // namespace kb

#include "server/context/context_desk.h"

#include <gmock/gmock.h>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

TEST(ContextDesk, MakesTheMapOnceAGeneration) {
  HelpCenterFixture center;
  center.site.write("en/a.md", "---\ncontexts: /orders\n---\n# A\n");
  center.publish();
  auto& desk = *center.center().context;
  const auto first = desk.map(*center.searchers().generation());
  EXPECT_EQ(desk.map(*center.searchers().generation()), first);
  center.site.write("en/b.md", "---\ncontexts: /orders\n---\n# B\n");
  center.publish();
  const auto second = desk.map(*center.searchers().generation());
  EXPECT_EQ(first->for_page("/orders").size(), 1U);
  EXPECT_EQ(second->for_page("/orders").size(), 2U);
}

}  // namespace
}  // namespace kb

#include "server/insights/figure_work.h"

#include <gtest/gtest.h>

#include <set>

#include "core/insights/visit_figure_rules.h"
#include "server/page/texts.h"
#include "server/route.h"

namespace kb {
namespace {

TEST(FigureWork, IsOfAFigureThatThereIs) {
  std::set<std::string_view> names;
  for (const auto& work : figure_works()) {
    EXPECT_NE(insights::find_figure_rule(work.figure), nullptr) << work.figure;
    EXPECT_TRUE(names.insert(work.figure).second) << work.figure;
  }
}

TEST(FigureWork, LeadsSomewhereAndIsWorded) {
  const auto texts = page::Texts::load(std::string(KB_SOURCE_FOLDER) + "/templates/i18n");
  ASSERT_TRUE(texts);
  for (const auto& work : figure_works()) {
    EXPECT_TRUE(texts->in("en").has(work.text)) << work.text;
    const auto path = work.path.substr(0, work.path.find('?'));
    EXPECT_NE(find_route(path).page, Page::unknown) << path;
  }
}

TEST(FigureWork, IsFoundByName) {
  ASSERT_NE(work_of("fallback_rate"), nullptr);
  EXPECT_EQ(work_of("fallback_rate")->path, "/writer/translations");
  EXPECT_EQ(work_of("sessions"), nullptr);
}

}  // namespace
}  // namespace kb

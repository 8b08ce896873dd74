#include "server/insights/filter_choices.h"

#include "tests/server/insights/insights_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

// Both pages have the same choices; the index of the fixture has English and Romanian articles.
class FilterChoices : public InsightsFixture {};

TEST_F(FilterChoices, HaveWhatTheIndexKnows) {
  center.site.write("en/billing/refund.md", "# Refund\n\nMoney comes back.\n");
  center.publish();
  for (const auto* path : {"/writer/insights", "/writer/targets"}) {
    const auto page = get(path, mihai).body;
    EXPECT_THAT(page, HasSubstr("<option value=\"en\">English</option>")) << path;
    EXPECT_THAT(page, HasSubstr("<option value=\"billing\">")) << path;
  }
}

TEST_F(FilterChoices, KeepWhatWasChosenThoughNobodyKnowsIt) {
  const auto page = get("/writer/insights?lang=is&category=gone", mihai).body;
  EXPECT_THAT(page, HasSubstr("<option value=\"is\" selected>Icelandic</option>"));
  EXPECT_THAT(page, HasSubstr("<option value=\"gone\" selected>gone</option>"));
}

}  // namespace
}  // namespace kb

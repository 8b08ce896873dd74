#include "server/pages/shelves.h"

#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;

class ShelvesOfALanguage : public PagesTest {
 protected:
  // "billing: a b" a line, in the order to show.
  std::vector<std::string> shelves(const std::string& lang) {
    const auto request = HelpCenterFixture::request("/" + lang + "/");
    const auto route = find_route(request.path);
    const Shelves made(
        {center.center(), request, route, center.center().searchers.generation(), lang});
    std::vector<std::string> lines;
    for (const auto& key : made.order()) {
      lines.push_back(key + ":");
      for (const auto* row : made.articles(key)) lines.back() += " " + row->id;
    }
    EXPECT_TRUE(made.articles("nonsense").empty());
    return lines;
  }
};

TEST_F(ShelvesOfALanguage, HoldListedArticlesByTitle) {
  center.site.write("en/zoo/a.md", "# Last\n");
  center.site.write("en/apps/a.md", "# App\n");
  center.publish();
  EXPECT_THAT(shelves("en"), ElementsAre("billing: billing/cards/expired billing/refund",
                                         "apps: apps/a", "zoo: zoo/a"));
  EXPECT_THAT(shelves("ro"), ElementsAre("billing: billing/refund"));
  EXPECT_THAT(shelves("fr"), ElementsAre());
}

}  // namespace
}  // namespace kb

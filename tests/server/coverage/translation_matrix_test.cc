#include "server/coverage/translation_matrix.h"

#include <gmock/gmock.h>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "orders/late: original missing(7)": states, with who asked.
std::vector<std::string> lines(const TranslationMatrix& matrix) {
  std::vector<std::string> lines;
  for (const auto& article : matrix.articles) {
    auto line = article.id + ":";
    for (const auto& cell : article.cells) {
      line += " " + std::string(translation_state_name(cell.state));
      if (cell.unmet() > 0) line += "(" + std::to_string(cell.unmet()) + ")";
    }
    lines.push_back(line);
  }
  return lines;
}

class Matrix : public testing::Test {
 protected:
  Matrix() {
    write("en/billing/refund", "2026-02-01", "billing");
    write("pl/billing/refund", "2025-01-15", "billing");
    write("ro/billing/refund", "2026-02-02", "billing");
    write("en/orders/late", "2025-01-01", "orders");
    write("pl/tylko", "2025-01-01", "orders");
  }
  void write(const std::string& path, const std::string& updated, const std::string& category) {
    site.write(path + ".md", "---\ntitle: T\nupdated: " + updated + "\ncategory: " + category +
                                 "\n---\n\nText.\n");
  }
  TranslationMatrix made(const insights::ArticleUses& uses = {},
                         const std::vector<insights::ForeignReads>& foreign = {}) {
    EXPECT_TRUE(site.build());
    const auto live = site.live();
    return translation_matrix({*live, site.config, uses, foreign, site.clock.now()});
  }
  SiteInFolder site;
};

TEST_F(Matrix, HasTheOwnLanguageFirst) {
  const auto matrix = made();
  EXPECT_THAT(matrix.languages, ElementsAre("en", "pl", "ro"));
  EXPECT_THAT(lines(matrix), ElementsAre("billing/refund: original stale translated",
                                         "orders/late: original missing missing",
                                         "tylko: missing original missing"));
  EXPECT_FALSE(matrix.is_complete());
}

TEST_F(Matrix, PutsFirstWhatWasAskedForInVain) {
  const auto matrix = made({{"pl/tylko", {.views = 3}}}, {{"pl", "en/orders/late", 7, 3},
                                                          {"ro", "pl/tylko", 9, 1},
                                                          {"ro", "en/billing/refund", 50, 1},
                                                          {"de", "en/billing/refund", 5, 1},
                                                          {"pl", "en/gone", 5, 1}});
  EXPECT_THAT(matrix.languages, ElementsAre("en", "ro", "pl"));
  EXPECT_THAT(lines(matrix), ElementsAre("tylko: missing missing(9) original",
                                         "orders/late: original missing missing(7)",
                                         "billing/refund: original translated stale"));
  EXPECT_EQ(matrix.articles[0].cells[2].views, 3);
}

TEST_F(Matrix, PutsLanguagesInTheOrderOfDemand) {
  EXPECT_THAT(made({{"ro/billing/refund", {.views = 3}}}).languages, ElementsAre("en", "ro", "pl"));
  EXPECT_THAT(
      made({{"ro/billing/refund", {.views = 3}}}, {{"pl", "en/orders/late", 1, 0}}).languages,
      ElementsAre("en", "pl", "ro"));
  // Who asked for what is translated by now wants nothing more.
  EXPECT_THAT(made({}, {{"ro", "en/billing/refund", 50, 1}}).languages,
              ElementsAre("en", "pl", "ro"));
}

TEST_F(Matrix, KeepsWhatIsChosen) {
  const std::vector<insights::ForeignReads> foreign = {{"ro", "pl/tylko", 9, 1},
                                                       {"pl", "en/orders/late", 7, 3}};
  auto polish = made({}, foreign);
  keep_chosen({.lang = "pl"}, polish);
  EXPECT_THAT(polish.languages, ElementsAre("pl"));
  EXPECT_THAT(lines(polish),
              ElementsAre("orders/late: missing(7)", "tylko: original", "billing/refund: stale"));
  auto stale = made();
  keep_chosen({.state = TranslationState::stale}, stale);
  EXPECT_THAT(lines(stale), ElementsAre("billing/refund: original stale translated"));
  auto orders = made();
  keep_chosen({.category = "orders", .state = TranslationState::missing}, orders);
  EXPECT_EQ(orders.articles.size(), 2U);
  auto nowhere = made();
  keep_chosen({.lang = "xx"}, nowhere);
  EXPECT_THAT(nowhere.articles, IsEmpty());
}

TEST_F(Matrix, KnowsWhenItIsComplete) {
  write("pl/billing/refund", "2026-02-03", "billing");
  write("pl/orders/late", "2026-02-03", "orders");
  write("ro/orders/late", "2026-02-03", "orders");
  site.remove("pl/tylko.md");
  EXPECT_TRUE(made().is_complete());
  site.config.site.languages = {"en", "pl", "ro", "de"};
  EXPECT_FALSE(made().is_complete());
}

TEST_F(Matrix, FollowsARenamedArticle) {
  site.write("en/orders/late.md",
             "---\ntitle: T\ncategory: orders\nredirect_from: [late-parcel]\n---\n\nText.\n");
  const auto matrix = made({{"en/late-parcel", {.views = 4}}}, {{"pl", "en/late-parcel", 2, 0}});
  EXPECT_EQ(matrix.articles[0].id, "orders/late");
  EXPECT_EQ(matrix.articles[0].cells[0].views, 4);
  EXPECT_EQ(matrix.articles[0].unmet(), 2);
}

TEST(TranslationStateName, IsReadAgain) {
  EXPECT_EQ(parse_translation_state("stale"), TranslationState::stale);
  EXPECT_EQ(parse_translation_state("old"), std::nullopt);
}

}  // namespace
}  // namespace kb

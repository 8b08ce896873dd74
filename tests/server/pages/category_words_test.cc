#include "server/pages/category_words.h"

#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;

TEST(SubfolderOf, IsTheSecondFolder) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"parcel", ""},
      {"billing/refund", ""},
      {"troubleshooting/hub/reset", "hub"},
      {"troubleshooting/hub/lights/green", "hub"},
      {"a//b", ""},
      {"/a/b", "a"}};
  for (const auto& [id, folder] : cases) EXPECT_EQ(subfolder_of(id), folder) << id;
}

class CategoryWords : public PagesTest {
 protected:
  CategoryWords() {
    center.site.write("categories.yaml",
                      "billing: {name: {en: Payments, ro: Plăți}}\n"
                      "billing/cards: {name: {en: All cards}}\n");
    center.site.write("applies_to.yaml",
                      "platform: {name: {en: Device, ro: Dispozitiv},\n"
                      "           values: {ios: {en: iPhone}, android: Android}}\n"
                      "plan: {values: {home: {en: Home, ro: Acasă}}}\n");
    center.publish();
  }
  const index::Generation& generation() { return *center.searchers().generation(); }
  std::string name(const std::string& key, const std::string& lang) {
    return category_name(center.site.config, generation(), key, lang);
  }
};

std::vector<std::string> lines_of(const std::vector<page::Badge>& badges) {
  std::vector<std::string> lines;
  for (const auto& badge : badges) lines.push_back(badge.key + " = " + badge.label);
  return lines;
}

TEST_F(CategoryWords, NameCategories) {
  EXPECT_EQ(name("billing", "ro"), "Plăți");
  EXPECT_EQ(name("billing", "pl"), "Payments");
  EXPECT_EQ(name("billing/cards", "ro"), "All cards");
  EXPECT_EQ(name("billing/direct-debit", "ro"), "Direct debit");
  EXPECT_EQ(name("not-configured", "ro"), "Not configured");
  EXPECT_NE(find_category(generation(), "billing/cards"), nullptr);
  EXPECT_EQ(find_category(generation(), "cards"), nullptr);
}

TEST_F(CategoryWords, NameWhatAnArticleAppliesTo) {
  const auto badges = [&](const std::vector<std::string>& written, const std::string& lang) {
    return lines_of(applies_to_badges(center.site.config, generation(), written, lang));
  };
  EXPECT_THAT(
      badges({"plan:home", "ios", "android"}, "ro"),
      ElementsAre("plan:home = Acasă", "platform:ios = iPhone", "platform:android = Android"));
  EXPECT_THAT(badges({"plan:studio", "beta-testers", "region:eu"}, "en"),
              ElementsAre("plan:studio = Studio", "beta-testers = Beta testers", "region:eu = Eu"));
  EXPECT_THAT(badges({}, "en"), ElementsAre());
}

TEST_F(CategoryWords, OfferEachAxisWhole) {
  const auto filter = applies_to_filter(center.site.config, generation(), "ro");
  ASSERT_EQ(filter.size(), 2U);
  EXPECT_EQ(filter[0].key + " = " + filter[0].label, "platform = Dispozitiv");
  EXPECT_THAT(lines_of(filter[0].values),
              ElementsAre("platform:ios = iPhone", "platform:android = Android"));
  EXPECT_EQ(filter[1].label, "Plan");
  EXPECT_THAT(lines_of(filter[1].values), ElementsAre("plan:home = Acasă"));
}

}  // namespace
}  // namespace kb

#include "indexer/category_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

class Categories : public testing::Test {
 protected:
  CategoryFiles read() const {
    return read_categories(site.config, scan_sources(site.config).category_files);
  }
  CategoryFiles read_yaml(std::string_view text) {
    site.write("categories.yaml", text);
    return read();
  }
  SiteInFolder site;
};

TEST_F(Categories, ComeFromYaml) {
  auto found = read_yaml(
      "categories:\n"
      "  billing: {order: 2, icon: card, name: {en: Payments, pt_BR: Pagamentos}}\n"
      "  account: Your account\n"
      "  privacy: {name: Privacy}\n");
  EXPECT_THAT(found.problems, IsEmpty());
  ASSERT_EQ(found.categories.size(), 3U);
  const auto& billing = found.categories["billing"];
  EXPECT_EQ(billing.key, "billing");
  EXPECT_EQ(billing.order, 2);
  EXPECT_EQ(billing.icon, "card");
  EXPECT_THAT(billing.name, ElementsAre(Pair("en", "Payments"), Pair("pt-BR", "Pagamentos")));
  EXPECT_THAT(found.categories["account"].name, ElementsAre(Pair("en", "Your account")));
  EXPECT_EQ(found.categories["account"].order, Category::kUnordered);
  EXPECT_THAT(found.categories["privacy"].name, ElementsAre(Pair("en", "Privacy")));
}

TEST_F(Categories, HaveDescriptionsAndSubfolders) {
  auto found = read_yaml(
      "help/hub: {name: {en: Hub}, description: {en: Lights and updates., ro: Lumini.}}\n"
      "billing: {description: Money}\n");
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_THAT(found.categories["help/hub"].description,
              ElementsAre(Pair("en", "Lights and updates."), Pair("ro", "Lumini.")));
  EXPECT_THAT(found.categories["billing"].description, ElementsAre(Pair("en", "Money")));
}

TEST_F(Categories, MayStandAtTheTopOfTheFile) {
  EXPECT_THAT(read_yaml("billing: Payments\n").categories,
              ElementsAre(Pair("billing", testing::_)));
}

struct Bad {
  std::string text, line, what;
};
class BadCategories : public Categories, public testing::WithParamInterface<Bad> {};
TEST_P(BadCategories, AreToldWithTheirPlace) {
  const auto found = read_yaml(GetParam().text);
  ASSERT_EQ(found.problems.size(), 1U) << GetParam().text;
  EXPECT_EQ(found.problems[0].where,
            (site.content() / "categories.yaml").string() + ":" + GetParam().line);
  EXPECT_THAT(found.problems[0].what, HasSubstr(GetParam().what));
}
INSTANTIATE_TEST_SUITE_P(
    Yaml, BadCategories,
    testing::Values(Bad{"a: A\nb: {colour: red}\n", "2", "unknown key `colour`"},
                    Bad{"a: {order: soon}\n", "1", "cannot be read"},
                    Bad{"a: {name: {klingon: A}}\n", "1", "'klingon' is no language tag"},
                    Bad{"a: [b]\n", "1", "expected order, icon, name and description"},
                    Bad{"- a\n- b\n", "1", ""}, Bad{"just words\n", "1", ""},
                    Bad{"a: {\nb: [\n", "3", "cannot be read"}));

TEST_F(Categories, CountInSpiteOfABadNeighbour) {
  EXPECT_THAT(read_yaml("a: {colour: red}\nb: B\n").categories,
              ElementsAre(Pair("a", testing::_), Pair("b", testing::_)));
}

TEST_F(Categories, ComeFromDocusaurus) {
  site.config.sources[0].layout = {"docs/{path}.md", "i18n/{lang}/current/{path}.md"};
  site.write("docs/billing/_category_.json", R"({"label": "Payments", "position": 2.5,
      "link": {"type": "generated-index", "description": "Plans and invoices"}})");
  site.write("docs/billing/cards/_category_.json", R"({"label": "A subfolder's"})");
  site.write("docs/huge/_category_.json", R"({"label": "Huge", "position": 1e300})");
  site.write("i18n/fr/current/billing/_category_.json", R"({"label": "Paiements"})");
  auto found = read();
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_EQ(found.categories.size(), 3U);
  EXPECT_THAT(found.categories["billing"].description,
              ElementsAre(Pair("en", "Plans and invoices")));
  EXPECT_THAT(found.categories["billing/cards"].name, ElementsAre(Pair("en", "A subfolder's")));
  EXPECT_EQ(found.categories["billing"].order, 2);
  EXPECT_THAT(found.categories["billing"].name,
              ElementsAre(Pair("en", "Payments"), Pair("fr", "Paiements")));
  EXPECT_EQ(found.categories["huge"].order, Category::kUnordered);
}

// The file of the articles' own root named a category "index".
TEST_F(Categories, AreNotNamedByTheRoot) {
  site.config.sources[0].layout = {"{path}.md"};
  site.write("_category_.json", R"({"label": "Everything"})");
  EXPECT_THAT(read().categories, IsEmpty());
  site.config.sources[0].layout = {"docs/{path}.md"};
  site.write("docs/_category_.json", R"({"label": "Everything"})");
  EXPECT_THAT(read().categories, IsEmpty());
}

TEST_F(Categories, TellOfBrokenJson) {
  site.write("en/billing/_category_.json", "{\"label\": ");
  EXPECT_THAT(lines_of(read().problems), ElementsAre(HasSubstr("_category_.json:1: cannot be")));
  site.write("en/billing/_category_.json", "[]");
  EXPECT_THAT(lines_of(read().problems), ElementsAre(HasSubstr("expected an object")));
}

}  // namespace
}  // namespace kb

#include "server/page/category_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

ArticleLink article(const std::string& title, const std::string& summary) {
  ArticleLink link;
  link.title = title;
  link.url = "/help/en/a/" + title;
  link.summary = summary;
  return link;
}

CategoryPage sample_category(const std::string& lang) {
  CategoryPage page;
  page.site = sample_site(lang);
  page.name = "Billing";
  page.icon = "card";
  page.groups.push_back({"", {article("refund", "Your money & you"), article("plain", "")}});
  page.groups.push_back({"Invoices", {article("invoice", "")}});
  page.article_count = 3;
  return page;
}

TEST(CategoryPage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), sample_category(lang))), "") << lang;
  }
}

TEST(CategoryPage, CountsTheArticlesOfAllGroups) {
  EXPECT_THAT(render(renderer(), sample_category("en")), HasSubstr("3 articles"));
  EXPECT_THAT(render(renderer(), sample_category("pl")), HasSubstr("3 artykuły"));
}

TEST(CategoryPage, NamesSubfoldersAndShowsSummaries) {
  const auto html = render(renderer(), sample_category("en"));
  EXPECT_THAT(html, HasSubstr("<h2>Invoices</h2>"));
  EXPECT_THAT(html, HasSubstr("<p>Your money &amp; you</p>"));
  EXPECT_THAT(html, Not(HasSubstr("<p></p>")));
}

// A group without a name took the category's: Mustache looks for a missing word further out.
TEST(CategoryPage, LeavesAGroupWithoutNameUntitled) {
  auto page = sample_category("en");
  page.groups.pop_back();
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("<h2>Billing</h2>")));
}

TEST(CategoryPage, SaysWhatItIsAbout) {
  auto page = sample_category("en");
  page.description = "Plans & invoices";
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr(R"(<p class="summary">Plans &amp; invoices</p>)"));
  EXPECT_THAT(html, HasSubstr(R"(<meta name="description" content="Plans &amp; invoices">)"));
}

TEST(CategoryPage, MarksItsArticlesForTheFilter) {
  auto page = sample_category("en");
  page.groups[0].articles[0].badges = {{"plan:home", "Home"}, {"plan:free", "Free"}};
  page.filter = {{"plan", "Plan", {{"plan:home", "Home"}, {"plan:free", "Free"}}}};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr(R"(<li data-applies="plan:home plan:free"><a href=)"));
  EXPECT_THAT(html, HasSubstr(R"(<span class="badge">Free</span>)"));
  EXPECT_EQ(html.find("data-applies="), html.rfind("data-applies="));
  EXPECT_THAT(html, HasSubstr(R"(<form class="filter">)"));
}

TEST(CategoryPage, GoesOnOverSeveralPages) {
  auto page = sample_category("en");
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("class=\"paging\"")));
  page.article_count = 240;
  page.paging = {2, "/en/c/billing", "/en/c/billing?page=3"};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("240 articles"));
  EXPECT_THAT(html, HasSubstr("Page 2"));
  EXPECT_THAT(html, HasSubstr(R"(rel="next" href="/en/c/billing?page=3")"));
}

TEST(CategoryPage, SaysWhenItHasNoArticles) {
  auto page = sample_category("en");
  page.groups.clear();
  page.article_count = 0;
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("no articles here yet"));
  EXPECT_THAT(html, Not(HasSubstr("0 articles")));
}

}  // namespace
}  // namespace kb::page

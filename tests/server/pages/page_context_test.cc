#include "server/pages/page_context.h"

#include "tests/server/pages/pages_fixture.h"

namespace kb {
namespace {

class PageContexts : public PagesTest {
 protected:
  PageContext context(const std::string& target, const std::string& lang) {
    request = HelpCenterFixture::request(target);
    route = find_route(request.path);
    return {center.center(), request, route, center.center().searchers.generation(), lang};
  }
  http::Request request;
  Route route;
};

TEST_F(PageContexts, KnowThePageInOtherLanguages) {
  EXPECT_EQ(context("/en/", "en").url_in("ro"), "/ro/");
  EXPECT_EQ(context("/en/a/billing/refund", "en").url_in("ro"), "/ro/a/billing/refund");
  EXPECT_EQ(context("/en/answers/two-homes", "en").url_in("ro"), "/ro/answers/two-homes");
  EXPECT_EQ(context("/en/c/billing", "en").url_in("ro"), "/ro/c/billing");
  EXPECT_EQ(context("/en/search?q=a+b", "en").url_in("ro"), "/ro/search?q=a+b");
  EXPECT_EQ(context("/en/nothing", "en").url_in("ro"), "/ro/");
  EXPECT_EQ(context("/en/feed.xml", "en").url_in("ro"), "/ro/feed.xml");
  EXPECT_EQ(context("/en/llms.txt", "en").url_in("ro"), "/ro/llms.txt");
  EXPECT_EQ(context("/en/opensearch.xml", "en").url_in("ro"), "/ro/opensearch.xml");
}

TEST_F(PageContexts, KnowWhichLanguagesHaveAnArticle) {
  std::string has;
  for (const auto& language : context("/en/a/parcel", "en").site().languages)
    has += language.lang + (language.exists ? "+ " : "- ");
  EXPECT_EQ(has, "en+ pt-BR+ ro- ");
}

TEST_F(PageContexts, KnowWhereTheRequestCame) {
  const auto came = context("/en/", "en");
  EXPECT_EQ(came.origin(), "");
  request.host = "help.example.com:8080";
  EXPECT_EQ(came.origin(), "http://help.example.com:8080");
  request.secure = true;
  EXPECT_EQ(came.origin(), "https://help.example.com:8080");
  center.site.config.site.base_url = "https://configured.example";
  EXPECT_EQ(came.origin(), "https://configured.example");
  EXPECT_EQ(came.site().base_url, "https://configured.example");
}

TEST_F(PageContexts, HaveTheBrandInTheReadersLanguage) {
  auto& configured = center.site.config.site;
  configured.notice = {{"en", "Slow today."}, {"ro", "Merge greu azi."}};
  configured.header_links = {{{{"en", "Shop"}, {"ro", "Magazin"}}, "/{lang}/shop"}};
  configured.footer_links = {{{{"", "Status"}}, "https://status.example.com"}};
  configured.contact = "https://example.com/{lang}/contact";
  const auto ro = context("/ro/", "ro").site();
  EXPECT_EQ(ro.notice, "Merge greu azi.");
  EXPECT_EQ(ro.header_links.at(0).text + " " + ro.header_links.at(0).url, "Magazin /ro/shop");
  EXPECT_EQ(ro.footer_links.at(0).text, "Status");
  EXPECT_EQ(ro.contact_url, "https://example.com/ro/contact");
  EXPECT_EQ(ro.logo_url + ro.social_image_url, "");
  EXPECT_EQ(context("/pt-BR/", "pt-BR").site().notice, "Slow today.");
  configured.notice = {{"ro", "Merge greu azi."}};
  EXPECT_EQ(context("/en/", "en").site().notice, "");
}

TEST_F(PageContexts, NameCategories) {
  const auto ro = context("/ro/", "ro");
  EXPECT_EQ(ro.category_name("billing"), "Plăți");
  EXPECT_EQ(ro.category_name("empty"), "Nothing here");
  EXPECT_EQ(ro.category_name("not-configured"), "Not configured");
  EXPECT_EQ(ro.category_icon("billing"), "card");
  EXPECT_EQ(ro.category_icon("not-configured"), "");
}

}  // namespace
}  // namespace kb

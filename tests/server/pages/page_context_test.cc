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
}

TEST_F(PageContexts, KnowWhichLanguagesHaveAnArticle) {
  std::string has;
  for (const auto& language : context("/en/a/parcel", "en").site().languages)
    has += language.lang + (language.exists ? "+ " : "- ");
  EXPECT_EQ(has, "en+ pt-BR+ ro- ");
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

#include "server/page/error_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Case {
  Problem problem;
  std::string title;
};
class ErrorPages : public testing::TestWithParam<Case> {};

TEST_P(ErrorPages, SayWhatIsWrongInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    ErrorPage page;
    page.site = sample_site(lang);
    page.problem = GetParam().problem;
    const auto html = render(renderer(), page);
    EXPECT_EQ(broken_rules(html), "") << lang;
    EXPECT_THAT(html, HasSubstr("noindex"));
  }
}

TEST_P(ErrorPages, HaveTheirOwnTitle) {
  ErrorPage page;
  page.site = sample_site("en");
  page.problem = GetParam().problem;
  EXPECT_THAT(render(renderer(), page), HasSubstr("<h1>" + GetParam().title + "</h1>"));
}

INSTANTIATE_TEST_SUITE_P(
    Problems, ErrorPages,
    testing::Values(Case{Problem::search_failed, "Search is not working right now"},
                    Case{Problem::no_index, "The help center is not ready yet"},
                    Case{Problem::internal, "Something went wrong on our side"}));

TEST(ErrorPage, OffersAnotherTryAndACodeForTheLog) {
  ErrorPage page;
  page.site = sample_site("en");
  page.request_id = "9f1c<";
  page.retry_url = "/help/en/search?q=a&b";
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr(R"(href="/help/en/search?q=a&amp;b">Try again</a>)"));
  EXPECT_THAT(html, HasSubstr("9f1c&lt;"));
}

// It is shown when little else works: before any language or URL is known.
TEST(ErrorPage, NeedsNothingAtAll) {
  const auto html = render(renderer(), ErrorPage{});
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, Not(HasSubstr("Try again</a>")));
  EXPECT_THAT(html, Not(HasSubstr("this code")));
}

}  // namespace
}  // namespace kb::page

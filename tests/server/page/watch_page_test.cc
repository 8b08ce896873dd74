#include "server/page/watch_page.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

WatchPage sample(const std::string& lang, WatchStep step, WatchFault fault = WatchFault::none) {
  return {.site = sample_site(lang),
          .step = step,
          .fault = fault,
          .action = "/help/" + lang + "/watch",
          .query = "retur < 3 \"zile\"",
          .email = "ana\"@"};
}

TEST(WatchPage, KeepsTheRulesInEveryLanguageAtEveryStep) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    for (const auto step : {WatchStep::ask, WatchStep::sent, WatchStep::decide,
                            WatchStep::confirmed, WatchStep::stopped, WatchStep::gone}) {
      const auto html = render(renderer(), sample(lang, step));
      EXPECT_EQ(broken_rules(html), "") << lang;
      EXPECT_THAT(html, HasSubstr("noindex"));
    }
    for (const auto fault : {WatchFault::bad_email, WatchFault::too_many, WatchFault::unavailable})
      EXPECT_EQ(broken_rules(render(renderer(), sample(lang, WatchStep::ask, fault))), "") << lang;
  }
}

TEST(WatchPage, AsksForAnAddressAndCarriesTheQuestion) {
  const auto html = render(renderer(), sample("en", WatchStep::ask));
  EXPECT_THAT(html, AllOf(HasSubstr(R"(name="q" value="retur &lt; 3 &quot;zile&quot;")"),
                          HasSubstr(R"(autocomplete="email")"),
                          HasSubstr(R"(aria-describedby="watch-kept")"),
                          HasSubstr("when there is an answer to")));
}

TEST(WatchPage, NamesTheArticleThatItIsAbout) {
  auto page = sample("en", WatchStep::ask);
  page.article = "en/billing/refund";
  page.title = "Get a <refund>";
  EXPECT_THAT(render(renderer(), page),
              AllOf(HasSubstr("Get a &lt;refund&gt;"), HasSubstr(R"(value="en/billing/refund")")));
}

TEST(WatchPage, KeepsWhatWasTypedAndSaysWhatIsWrong) {
  const auto html = render(renderer(), sample("en", WatchStep::ask, WatchFault::bad_email));
  EXPECT_THAT(html, AllOf(HasSubstr(R"(value="ana&quot;@")"), HasSubstr(R"(aria-invalid="true")"),
                          HasSubstr(R"(aria-describedby="watch-fault watch-kept")"),
                          HasSubstr(R"(id="watch-fault" role="alert")")));
  EXPECT_THAT(render(renderer(), sample("en", WatchStep::ask, WatchFault::too_many)),
              AllOf(HasSubstr("role=\"alert\""), Not(HasSubstr("aria-invalid"))));
}

TEST(WatchPage, LetsTheOwnerDecideByButtonsOnly) {
  const auto html = render(renderer(), sample("en", WatchStep::decide));
  EXPECT_THAT(html, AllOf(HasSubstr(R"(<form class="choices" method="post")"),
                          HasSubstr(R"(name="do" value="confirm")"),
                          HasSubstr(R"(name="do" value="stop")"), Not(HasSubstr("watch-email"))));
}

}  // namespace
}  // namespace kb::page

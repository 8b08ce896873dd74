#include "server/page/heading_links.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using Words = std::map<std::string, std::string>;

const Words kLabels = {{"android", "Android"}, {"platform:web", "Browser & more"}};
const Words kKeys = {{"android", "platform:android"}};

std::string linked(const std::string& html, const std::string& lang = "en",
                   const std::string& ui = "en") {
  return with_heading_links(html, {.lang = lang,
                                   .texts = renderer().texts().in(ui),
                                   .value_labels = kLabels,
                                   .value_keys = kKeys});
}

struct Case {
  std::string name, html, linked;
};
class HeadingLinks : public testing::TestWithParam<Case> {};

TEST_P(HeadingLinks, StandBesideTheirHeadings) {
  EXPECT_EQ(linked(GetParam().html), GetParam().linked);
}

INSTANTIATE_TEST_SUITE_P(
    Headings, HeadingLinks,
    testing::Values(
        Case{"plain", R"(<p>a</p><h2 id="x">How long</h2><p>b</p>)",
             R"(<p>a</p><div class="heading"><h2 id="x">How long</h2>)"
             R"(<a class="heading-link" href="#x" aria-label="Link to this section: How long"></a>)"
             R"(</div><p>b</p>)"},
        Case{"tags_and_entities", R"(<h3 id="e">Set <code>a&lt;b</code> &amp; &quot;c&quot;</h3>)",
             R"(<div class="heading"><h3 id="e">Set <code>a&lt;b</code> &amp; &quot;c&quot;</h3>)"
             R"(<a class="heading-link" href="#e" )"
             R"(aria-label="Link to this section: Set a&lt;b &amp; &quot;c&quot;"></a></div>)"},
        Case{"applies_to", R"(<h2 id="x" data-applies-to="android  platform:web tv">On</h2>)",
             R"(<div class="heading" data-applies="platform:android platform:web tv">)"
             R"(<h2 id="x" data-applies-to="android  platform:web tv">On</h2>)"
             R"(<a class="heading-link" href="#x" aria-label="Link to this section: On"></a>)"
             R"(<p class="applies-to"><span class="visually-hidden">Applies to</span>)"
             R"( <span class="badge">Android</span> <span class="badge">Browser &amp; more</span>)"
             R"( <span class="badge">tv</span></p></div>)"},
        Case{"no_id", "<h2>a</h2>", "<h2>a</h2>"},
        Case{"title", R"(<h1 id="x">a</h1>)", R"(<h1 id="x">a</h1>)"},
        Case{"other_tags", R"(<hr><header id="x">a</header><h7 id="x">)",
             R"(<hr><header id="x">a</header><h7 id="x">)"},
        Case{"cut_off", R"(<h2 id="x">a)", R"(<h2 id="x">a)"},
        Case{"cut_off_tag", R"(<p>a<h2 id="x)", R"(<p>a<h2 id="x)"}, Case{"empty", "", ""}),
    [](const auto& test) { return test.param.name; });

TEST(HeadingLinksLanguage, IsMarkedInAnArticleOfAnotherLanguage) {
  const auto html = linked(R"(<h2 id="x" data-applies-to="android">On</h2>)", "en", "ar");
  EXPECT_THAT(html, testing::HasSubstr(R"(href="#x" lang="ar" dir="rtl" aria-label=")"));
  EXPECT_THAT(html, testing::HasSubstr(R"(<p class="applies-to" lang="ar" dir="rtl">)"));
}

TEST(KeysOfHeadings, AreThoseThatHeadingsName) {
  const auto html = linked(R"(<h2 id="a" data-applies-to="android tv">A</h2><h2 id="b">B</h2>)"
                           R"(<p>data-applies="x"</p><h3 id="c" data-applies-to="android">C</h3>)");
  EXPECT_THAT(keys_of_headings(html),
              testing::ElementsAre("platform:android", "tv", "platform:android"));
  EXPECT_THAT(keys_of_headings(R"(<div class="heading" data-applies=")"), testing::IsEmpty());
}

}  // namespace
}  // namespace kb::page

#include "server/page/renderer.h"

#include <nlohmann/json.hpp>
#include <thread>

#include "server/page/article_page.h"
#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

// A folder of overrides that replaces one page's template.
std::string filled(const std::string& home, const nlohmann::json& model) {
  const TemporaryFolder own;
  own.write("layout.mustache", "{{> page}}");
  own.write("home.mustache", home);
  const auto loaded = Renderer::load(templates_folder(), own.path());
  EXPECT_TRUE(loaded) << to_line(loaded.error());
  return loaded ? loaded->fill("home", "en", model) : "";
}

TEST(Renderer, TakesAnEmptyStringForNothing) {
  EXPECT_EQ(filled("{{#a}}<{{a}}>{{/a}}{{^a}}none{{/a}}", {{"a", ""}}), "none");
  EXPECT_EQ(filled("{{#a}}<{{a}}>{{/a}}{{^a}}none{{/a}}", {{"a", "x"}}), "<x>");
}

TEST(Renderer, EscapesForTextAndQuotedAttributes) {
  EXPECT_EQ(filled("<a title=\"{{a}}\">", {{"a", "\"'<&>"}}),
            "<a title=\"&quot;&apos;&lt;&amp;&gt;\">");
}

TEST(Renderer, PutsTheSitesOwnWordsIn) {
  const TemporaryFolder own;
  own.write("layout.mustache", "{{> page}}");
  own.write("home.mustache", "{{t.home.title}}");
  own.write("i18n/en.json", R"({"home.title": "A <b> & '{{'x'}}'"})");
  const auto loaded = Renderer::load(templates_folder(), own.path());
  ASSERT_TRUE(loaded) << to_line(loaded.error());
  EXPECT_EQ(loaded->fill("home", "en", {{"x", "no"}}), "A &lt;b&gt; &amp; &#123;&#123;x}}");
  EXPECT_EQ(loaded->fill("home", "it", {}), "Come possiamo aiutarti?");
}

TEST(Renderer, LinksTheSitesTheme) {
  const TemporaryFolder own;
  own.write("assets/theme.css", ":root { --accent: red; }");
  const auto loaded = Renderer::load(templates_folder(), own.path());
  ArticlePage page;
  page.site = sample_site("en");
  EXPECT_THAT(render(*loaded, page), HasSubstr("/help/assets/theme.css?v="));
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("/assets/theme.css")));
}

struct Case {
  std::string name, home, where, what;
};
class FaultyTemplates : public testing::TestWithParam<Case> {};

TEST_P(FaultyTemplates, OfASiteAreToldAndTheBuiltInOnesServe) {
  const TemporaryFolder own;
  own.write("home.mustache", GetParam().home);
  const auto loaded = Renderer::load(templates_folder(), own.path());
  ASSERT_TRUE(loaded) << to_line(loaded.error());
  ASSERT_EQ(loaded->problems().size(), 1U);
  EXPECT_THAT(loaded->problems()[0].where, EndsWith(GetParam().where));
  EXPECT_THAT(loaded->problems()[0].what, HasSubstr(GetParam().what));
  EXPECT_THAT(loaded->fill("home", "en", {{"hero", true}}), HasSubstr("How can we help?"));
}

// Without a server that says so, a broken release would reach readers.
TEST_P(FaultyTemplates, OfTheProgramAreRefused) {
  const TemporaryFolder folder;
  std::filesystem::copy(templates_folder(), folder.path() / "t",
                        std::filesystem::copy_options::recursive);
  folder.write("t/home.mustache", GetParam().home);
  const auto loaded = Renderer::load(folder.path() / "t");
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error().where, EndsWith(GetParam().where));
}

INSTANTIATE_TEST_SUITE_P(
    Places, FaultyTemplates,
    testing::Values(Case{"unclosed_section", "a\n{{#x}}", "home.mustache:2", "x"},
                    Case{"unopened_section", "a\n\n{{/x}}", "home.mustache:3", "x"},
                    Case{"unclosed_tag", "{{x", "home.mustache:1", "nclosed"},
                    Case{"open_at_end", "a\n{{", "home.mustache:2", "nclosed"},
                    Case{"unknown_text", "a\n{{t.no.such}}", "home.mustache:2", "`no.such`"},
                    Case{"unclosed_text", "{{t.home.title", "home.mustache:1", "nclosed"},
                    Case{"other_tags", "\n{{=<% %>=}}", "home.mustache:2", "how tags are written"},
                    Case{"unknown_partial", "a\n{{> _nose}}", "home.mustache:2", "`_nose`"}),
    [](const auto& test) { return test.param.name; });

TEST(Renderer, TellsWhatIsWrongInTextsAndAssetsToo) {
  const TemporaryFolder own;
  own.write("i18n/en.json", "{");
  own.write("assets/notes.docx", "?");
  const auto loaded = Renderer::load(templates_folder(), own.path());
  ASSERT_TRUE(loaded) << to_line(loaded.error());
  EXPECT_EQ(loaded->problems().size(), 2U);
  EXPECT_TRUE(renderer().problems().empty());
}

TEST(Renderer, ServesAMadeAsset) {
  auto loaded = Renderer::load(templates_folder());
  ASSERT_TRUE(loaded);
  loaded->add_asset("brand.css", "text/css; charset=utf-8", ":root{}");
  EXPECT_NE(loaded->assets().find("brand.css"), nullptr);
}

TEST(Renderer, NeedsEveryPage) {
  const TemporaryFolder folder;
  std::filesystem::copy(templates_folder(), folder.path() / "t",
                        std::filesystem::copy_options::recursive);
  std::filesystem::remove(folder.path() / "t/search.mustache");
  const auto loaded = Renderer::load(folder.path() / "t");
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error().where, EndsWith("search.mustache"));
}

// kainjow's render() is not const: run under ThreadSanitizer.
TEST(Renderer, FillsOneTemplateOnManyThreads) {
  ArticlePage page;
  page.site = sample_site("ro");
  page.title = "Titlu";
  const std::string expected = render(renderer(), page);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 50; ++n) EXPECT_EQ(render(renderer(), page), expected);
    });
  }
  for (auto& thread : threads) thread.join();
}

// With its style sheet, scripts and icons, uncompressed: an article of 1,000 words in ten sections.
TEST(Renderer, KeepsAnArticlePageSmall) {
  ArticlePage page;
  page.site = sample_site("en");
  page.title = "Long";
  page.badges = {{"platform:web", "Browser"}};
  page.filter = {{"platform", "Device", {{"platform:ios", "iPhone"}, {"platform:web", "Browser"}}}};
  for (int i = 0; i < 10; ++i) {
    const auto id = "section-" + std::to_string(i);
    page.headings.push_back({id, "A section of the article", 2});
    page.html +=
        "<h2 id=\"" + id + "\">A section of the article</h2><p>" + std::string(600, 'x') + "</p>";
  }
  auto bytes = render(renderer(), page).size();
  for (const char* asset : {"site.js", "filter.js", "icons.svg"}) {
    bytes += renderer().assets().find(asset)->body.size();
  }
  EXPECT_LT(bytes, 60U * 1024U);
}

}  // namespace
}  // namespace kb::page

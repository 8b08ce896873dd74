#include "server/page/article_page.h"

#include "core/base/date.h"
#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

ArticlePage sample(const std::string& lang) {
  ArticlePage page;
  page.site = sample_site(lang);
  page.lang = lang;
  page.title = "Get a <refund>";
  page.summary = "Send it back & get your money";
  page.html =
      "<h2 id=\"a\">A</h2><p><strong>Body</strong></p>"
      "<aside class=\"admonition note\" role=\"note\" data-kind=\"note\"><p>x</p></aside>"
      "<h2 id=\"b\">B</h2><h3 id=\"b1\">B1</h3><h2 id=\"c\">C</h2>";
  page.headings = {
      {"a", "A", 2}, {"b", "B", 2}, {"b1", "B1", 3}, {"deep", "Deep", 4}, {"c", "C", 2}};
  page.updated = parse_time("2026-04-02").value();
  page.breadcrumb = {{"Billing", "/help/en/c/billing"}};
  ArticleLink related;
  related.title = "Invoices";
  related.url = "/help/en/a/billing/invoices";
  page.related = {related};
  return page;
}

TEST(ArticlePage, KeepsTheRulesInEveryLanguage) {
  for (const auto& [lang, texts] : renderer().texts().languages()) {
    EXPECT_EQ(broken_rules(render(renderer(), sample(lang))), "") << lang;
  }
}

TEST(ArticlePage, EscapesAllButTheRenderedBody) {
  const auto html = render(renderer(), sample("en"));
  EXPECT_THAT(html, HasSubstr("<h1>Get a &lt;refund&gt;</h1>"));
  EXPECT_THAT(html, HasSubstr("<title>Get a &lt;refund&gt; – Fernway &amp; Friends</title>"));
  EXPECT_THAT(
      html, HasSubstr(R"(<meta name="description" content="Send it back &amp; get your money">)"));
  EXPECT_THAT(html, HasSubstr("<p><strong>Body</strong></p>"));
}

// An article that explains templates ended up with the page's words in place of its own.
TEST(ArticlePage, LeavesMustacheInTheBodyAlone) {
  auto page = sample("en");
  page.html = "<p>Write {{t.search.title}} or {{{html}}} or {{#title}}</p>";
  EXPECT_THAT(render(renderer(), page), HasSubstr(page.html));
}

TEST(ArticlePage, AsksWhetherItHelpedWhereAnAnswerCanGo) {
  auto page = sample("en");
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("Did this answer")));
  page.vote = {.action = "/help/en/feedback", .object = "en/billing/refund", .survey_url = "/s"};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr(R"(<h2 id="feedback-title">Did this answer your question?</h2>)"));
  EXPECT_THAT(html, HasSubstr(R"(<form method="post" action="/help/en/feedback">)"));
  EXPECT_THAT(html, HasSubstr(R"(name="object" value="en/billing/refund">)"));
  EXPECT_THAT(html, Not(HasSubstr(R"(name="t")")));
  EXPECT_THAT(html, HasSubstr("feedback.js"));
}

TEST(ArticlePage, LinksItsTrueAddressAndItsTranslations) {
  auto page = sample("en");
  page.site.languages[1].exists = false;
  const auto html = render(renderer(), page);
  EXPECT_THAT(html,
              HasSubstr(R"(<link rel="canonical" href="https://fernway.example/help/en/here">)"));
  EXPECT_THAT(html, HasSubstr(R"(hreflang="ar" href="https://fernway.example/help/ar/here">)"));
  EXPECT_THAT(html,
              HasSubstr(R"(hreflang="x-default" href="https://fernway.example/help/en/here">)"));
  EXPECT_THAT(html, Not(HasSubstr(R"(hreflang="ro" href="https)")));
}

TEST(ArticlePage, ListsContentsFromThreeSectionsOn) {
  auto page = sample("en");
  auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr("class=\"contents-side\""));
  EXPECT_THAT(html, HasSubstr("<details class=\"contents-folded\""));
  EXPECT_THAT(html, HasSubstr("<li class=\"sub\"><a href=\"#b1\">B1</a></li>"));
  EXPECT_THAT(html, Not(HasSubstr("#deep")));
  page.headings = {{"a", "A", 2}, {"b1", "B1", 3}, {"b2", "B2", 3}, {"b", "B", 2}};
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("class=\"contents-side\"")));
}

TEST(ArticlePage, WordsItsDateAndTitlesForTheReader) {
  const auto html = render(renderer(), sample("pl"));
  EXPECT_THAT(html, HasSubstr("Ostatnia aktualizacja: 2 kwietnia 2026"));
  EXPECT_THAT(html, HasSubstr("<p class=\"admonition-title\">Uwaga</p>"));
}

TEST(ArticlePage, SaysSoWhenItsLanguageIsAnother) {
  auto page = sample("en");
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("class=\"notice\"")));
  page.lang = "ar";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html,
              HasSubstr("not available in English yet. You are reading the version in Arabic."));
  EXPECT_THAT(html, HasSubstr("<article lang=\"ar\" dir=\"rtl\">"));
  EXPECT_THAT(html, HasSubstr("<p class=\"admonition-title\" lang=\"en\" dir=\"ltr\">Note</p>"));
}

TEST(ArticlePage, HasEnglishWordsAroundALanguageWithoutTexts) {
  const auto html = render(renderer(), sample("sw"));
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("<html lang=\"en\" dir=\"ltr\">"));
  EXPECT_THAT(html, HasSubstr("<article lang=\"sw\" dir=\"ltr\">"));
  EXPECT_THAT(html, Not(HasSubstr("class=\"notice\"")));
}

TEST(ArticlePage, OffersTheOtherLanguagesThatHaveIt) {
  auto page = sample("en");
  EXPECT_THAT(render(renderer(), page), HasSubstr("This article in other languages"));
  for (auto& language : page.site.languages) language.exists = language.lang == "en";
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("This article in other languages")));
}

TEST(ArticlePage, TellsTheScriptWhichHostsMayPlay) {
  auto page = sample("en");
  EXPECT_THAT(render(renderer(), page), HasSubstr("data-video-hosts=\"\""));
  page.video_hosts = {"video.example", "v2.example"};
  EXPECT_THAT(render(renderer(), page), HasSubstr("data-video-hosts=\"video.example v2.example\""));
}

TEST(ArticlePage, LinksItsHeadings) {
  EXPECT_THAT(
      render(renderer(), sample("en")),
      HasSubstr(R"(<h2 id="a">A</h2><a class="heading-link" href="#a" aria-label="Link to this)"));
}

TEST(ArticlePage, SaysWhatItAppliesTo) {
  auto page = sample("en");
  page.badges = {{"plan:home", "Home & garden"}};
  page.filter = {{"plan", "Plan", {{"plan:home", "Home & garden"}, {"plan:studio", "Studio"}}}};
  page.html = R"(<h2 id="a" data-applies-to="studio">A</h2>)";
  page.value_labels = {{"studio", "Studio"}};
  page.value_keys = {{"studio", "plan:studio"}};
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html,
              HasSubstr(R"(<span class="badge" data-key="plan:home">Home &amp; garden</span>)"));
  EXPECT_THAT(html, HasSubstr(R"(<select name="plan")"));
  EXPECT_THAT(html, HasSubstr(R"(<option value="">All</option>)"));
  EXPECT_THAT(html, HasSubstr(R"(<option value="plan:studio">Studio</option>)"));
  EXPECT_THAT(html, HasSubstr(R"(<div class="heading" data-applies="plan:studio">)"));
  EXPECT_THAT(html, HasSubstr("/help/assets/filter.js?v="));
}

// A choice of plan stood above an article in which only the device makes a difference.
TEST(ArticlePage, OffersToChooseByWhatItDiffersBy) {
  auto page = sample("en");
  page.badges = {{"plan:home", "Home"}};
  page.filter = {{"plan", "Plan", {{"plan:home", "Home"}}},
                 {"platform", "Device", {{"platform:ios", "iPhone"}}}};
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr(R"(<select name="plan")"));
  EXPECT_THAT(html, Not(HasSubstr(R"(<select name="platform")")));
}

TEST(ArticlePage, LoadsTheFilterOnlyWhereThereIsSomethingToChoose) {
  const auto html = render(renderer(), sample("en"));
  EXPECT_THAT(html, Not(HasSubstr("filter.js")));
  EXPECT_THAT(html, Not(HasSubstr("<select")));
}

TEST(ArticlePage, LeadsOnToItsNeighbours) {
  auto page = sample("en");
  page.next = page.related[0];
  auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr(R"(rel="next" href="/help/en/a/billing/invoices")"));
  EXPECT_THAT(html, Not(HasSubstr("rel=\"prev\"")));
  page.next.reset();
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("class=\"neighbours\"")));
}

TEST(ArticlePage, TellsOfANewerVersion) {
  auto page = sample("ro");
  page.newer = {"engleză", "/help/en/a/billing/refund"};
  EXPECT_THAT(render(renderer(), page), HasSubstr(R"(<a href="/help/en/a/billing/refund">)"));
}

TEST(ArticlePage, DoesWithoutTheStylesOfPagesForFinding) {
  const auto html = render(renderer(), sample("en"));
  EXPECT_THAT(html, HasSubstr("<style>" + renderer().style(Looks::reading) + "</style>"));
  EXPECT_THAT(html, Not(HasSubstr(renderer().style(Looks::finding))));
}

TEST(ArticlePage, OffersToWrite) {
  auto page = sample("en");
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("Did not find the answer")));
  page.site.contact_url = "mailto:help@fernway.example";
  EXPECT_THAT(
      render(renderer(), page),
      HasSubstr(R"(href="mailto:help@fernway.example">Did not find the answer? Contact us)"));
}

TEST(ArticlePage, IsDescribedForEnginesAndForThoseWhoShareIt) {
  auto page = sample("en");
  page.markdown_url = "/help/en/a/refund.md";
  const auto html = render(renderer(), page);
  EXPECT_THAT(html, HasSubstr(R"(<script type="application/ld+json">{"@context")"));
  EXPECT_THAT(html, HasSubstr(R"("headline":"Get a \u003crefund\u003e")"));
  EXPECT_THAT(html, HasSubstr(R"("item":"https://fernway.example/help/en/c/billing")"));
  EXPECT_THAT(html, HasSubstr(R"(<meta property="og:type" content="article">)"));
  EXPECT_THAT(html, HasSubstr(R"(<meta property="og:title" content="Get a &lt;refund&gt;">)"));
  EXPECT_THAT(html, HasSubstr(R"(content="https://fernway.example/help/en/here">)"));
  EXPECT_THAT(html, HasSubstr(R"(type="text/markdown" href="/help/en/a/refund.md">)"));
  EXPECT_THAT(html, Not(HasSubstr("noindex")));
}

TEST(ArticlePage, IsNotForEnginesWhenUnlisted) {
  auto page = sample("en");
  page.unlisted = true;
  EXPECT_THAT(render(renderer(), page), HasSubstr(R"(<meta name="robots" content="noindex">)"));
}

TEST(ArticlePage, ShowsFindingsInAPreviewOnly) {
  auto page = sample("en");
  page.preview.checked = true;
  page.preview.findings = {{"error", 12, "The link <leads> nowhere", "perhaps refund"}};
  EXPECT_THAT(render(renderer(), page), Not(HasSubstr("leads")));
  page.site.preview = true;
  page.site.preview_state_url = "/help/preview/state";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, HasSubstr("Customers do not see this page."));
  EXPECT_THAT(html, HasSubstr("The link &lt;leads&gt; nowhere"));
  EXPECT_THAT(html, HasSubstr("Line 12"));
  EXPECT_THAT(html, HasSubstr(R"(data-preview-state="/help/preview/state")"));
  EXPECT_THAT(html, HasSubstr("preview.js?v="));
}

TEST(ArticlePage, NeedsNothingButATitle) {
  ArticlePage page;
  page.site = sample_site("en");
  page.title = "Bare";
  const auto html = render(renderer(), page);
  EXPECT_EQ(broken_rules(html), "");
  EXPECT_THAT(html, Not(HasSubstr("<time")));
  EXPECT_THAT(html, Not(HasSubstr("Related articles")));
}

}  // namespace
}  // namespace kb::page

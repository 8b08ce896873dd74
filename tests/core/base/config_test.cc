#include "core/base/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ResultOf;
using testing::StartsWith;
using Variables = std::map<std::string, std::string>;

Environment environment(Variables variables = {}) {
  return [variables = std::move(variables)](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
}

Result<Config> parse(const std::string& yaml, Variables variables = {}) {
  return parse_config(yaml, "/srv/help/kb.yaml", environment(std::move(variables)));
}

Config read(const std::string& yaml, Variables variables = {}) {
  auto config = parse(yaml, std::move(variables));
  EXPECT_TRUE(config) << to_line(config.error());
  return config ? *config : Config{};
}

std::string url_of(const SiteLink& link) {
  return link.url;
}

TEST(Config, HasADefaultForEveryKey) {
  for (const char* nothing : {"", "# only a comment", "site:\nindex:\nserver:\n"}) {
    const Config config = read(nothing);
    EXPECT_EQ(config.site.name, "Help center");
    EXPECT_EQ(config.site.default_language, "en");
    EXPECT_TRUE(config.site.logo.empty() && config.site.social_image.empty());
    EXPECT_EQ(config.site.accent + config.site.contact, "");
    EXPECT_TRUE(config.site.notice.empty());
    EXPECT_TRUE(config.site.header_links.empty() && config.site.footer_links.empty());
    ASSERT_EQ(config.sources.size(), 1U);
    EXPECT_EQ(config.sources[0].path, "/srv/help/content/articles");
    EXPECT_EQ(config.search.path, "/srv/help/content/search");
    EXPECT_EQ(config.index.path, "/srv/help/var/index");
    EXPECT_EQ(config.index.keep, 2);
    EXPECT_EQ(config.store.url, "sqlite:/srv/help/var/answerwell.db");
    EXPECT_EQ(config.server.listen, "127.0.0.1:8080");
    EXPECT_EQ(config.server.log_format, "text");
    EXPECT_THAT(config.server.trusted_proxies, ElementsAre("127.0.0.1/32", "::1/128"));
  }
}

TEST(Config, ReadsEveryKey) {
  const Config config = read(R"(
site:
  name: Fernway Help
  base_url: https://help.example.com/
  base_path: /help/
  logo: brand/logo.svg
  social_image: /srv/brand/social.png
  accent: "#0a6b4e"
  contact: https://example.com/{lang}/contact
  notice: {en: Slow today., ro: Merge greu azi.}
  header_links:
    - {text: Shop, url: https://shop.example.com}
    - {text: {en: Community, ro: Comunitate}, url: "/{lang}/c/community"}
  footer_links: [{text: Write to us, url: mailto:help@example.com}]
  default_language: ro
  languages: [en, ro]
  fallback: {ro: [en], pt-BR: [pt, en]}
sources:
  - {kind: articles, path: docs, layout: ["{lang}/{path}.md", "{path}.md"]}
  - {kind: answers, path: /srv/answers}
  - {kind: tickets, path: tickets, format: jsonl}
index: {path: /var/lib/kb, keep: 5}
store: {url: "postgresql://db/kb"}
server:
  listen: "[::1]:9000"
  trusted_proxies: [10.0.0.0/8]
  log_format: json
  video_hosts: [www.youtube-nocookie.com]
  templates: theme
  frame_ancestors: [https://desk.example.com]
login: {session_hours: 8, proxy_user_header: X-User, proxy_role_header: X-Role}
redact:
  patterns: {order number: 'FW-\d{6}'}
  keep: [help@fernway.example]
tickets:
  targets: {plus: {first_response: 90m, resolution: 2d}, "": {first_response: 8h}}
  article_urls: [https://old-help.example.com/]
  four_eyes: true
  sample: 5
)");
  EXPECT_EQ(config.site.name, "Fernway Help");
  EXPECT_EQ(config.site.base_url, "https://help.example.com");
  EXPECT_EQ(config.site.base_path, "/help");
  EXPECT_EQ(config.site.logo, "/srv/help/brand/logo.svg");
  EXPECT_EQ(config.site.social_image, "/srv/brand/social.png");
  EXPECT_EQ(config.site.accent, "#0a6b4e");
  EXPECT_EQ(config.site.contact, "https://example.com/{lang}/contact");
  EXPECT_EQ(config.site.notice, (LocalText{{"en", "Slow today."}, {"ro", "Merge greu azi."}}));
  EXPECT_THAT(config.site.header_links, ElementsAre(ResultOf(url_of, "https://shop.example.com"),
                                                    ResultOf(url_of, "/{lang}/c/community")));
  EXPECT_EQ(config.site.header_links[0].text, (LocalText{{"", "Shop"}}));
  EXPECT_EQ(config.site.header_links[1].text,
            (LocalText{{"en", "Community"}, {"ro", "Comunitate"}}));
  EXPECT_THAT(config.site.footer_links, ElementsAre(ResultOf(url_of, "mailto:help@example.com")));
  EXPECT_EQ(config.site.default_language, "ro");
  EXPECT_THAT(config.site.languages, ElementsAre("en", "ro"));
  EXPECT_THAT(config.site.fallback.at("pt-BR"), ElementsAre("pt", "en"));
  ASSERT_EQ(config.sources.size(), 3U);
  EXPECT_EQ(config.sources[0].path, "/srv/help/docs");
  EXPECT_THAT(config.sources[0].layout, ElementsAre("{lang}/{path}.md", "{path}.md"));
  EXPECT_EQ(config.sources[1].kind, SourceKind::answers);
  EXPECT_EQ(config.sources[1].path, "/srv/answers");
  EXPECT_EQ(config.sources[2].kind, SourceKind::tickets);
  EXPECT_EQ(config.sources[2].format, "jsonl");
  EXPECT_EQ(config.index.path, "/var/lib/kb");
  EXPECT_EQ(config.index.keep, 5);
  EXPECT_EQ(config.store.url, "postgresql://db/kb");
  EXPECT_EQ(config.server.listen, "[::1]:9000");
  EXPECT_THAT(config.server.trusted_proxies, ElementsAre("10.0.0.0/8"));
  EXPECT_EQ(config.server.log_format, "json");
  EXPECT_THAT(config.server.video_hosts, ElementsAre("www.youtube-nocookie.com"));
  EXPECT_EQ(config.server.templates, "/srv/help/theme");
  EXPECT_THAT(config.server.frame_ancestors, ElementsAre("https://desk.example.com"));
  EXPECT_EQ(config.login.session_hours, 8);
  EXPECT_EQ(config.login.proxy_user_header, "X-User");
  EXPECT_EQ(config.login.proxy_role_header, "X-Role");
  EXPECT_EQ(config.redact.patterns.at("order number"), R"(FW-\d{6})");
  EXPECT_THAT(config.redact.keep, ElementsAre("help@fernway.example"));
  EXPECT_EQ(config.tickets.targets.at("plus").first_response_minutes, 90);
  EXPECT_EQ(config.tickets.targets.at("plus").resolution_minutes, 2 * 24 * 60);
  EXPECT_EQ(config.tickets.targets.at("").first_response_minutes, 8 * 60);
  EXPECT_EQ(config.tickets.targets.at("").resolution_minutes, 0);
  EXPECT_THAT(config.tickets.article_urls, ElementsAre("https://old-help.example.com"));
  EXPECT_TRUE(config.tickets.four_eyes);
  EXPECT_EQ(config.tickets.sample, 5);
}

struct Mistake {
  std::string yaml, line;  // as it is printed, below the name of the file
};
class ConfigMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(ConfigMistakes, SayWhereAndWhatToDo) {
  const auto config = parse(GetParam().yaml);
  ASSERT_FALSE(config);
  EXPECT_EQ(to_line(config.error()), "/srv/help/kb.yaml:" + GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Keys, ConfigMistakes,
    testing::Values(Mistake{"sit:\n  name: A", "1: unknown key `sit`; did you mean `site`?"},
                    Mistake{"site:\n  nmae: A", "2: unknown key `site.nmae`; did you mean `name`?"},
                    Mistake{"site:\n  name: A\n  laguage: en",
                            "3: unknown key `site.laguage`; did you mean `languages`?"},
                    Mistake{"site: {fallbacks: {}}",
                            "1: unknown key `site.fallbacks`; did you mean `fallback`?"},
                    Mistake{"index:\n  zzzzzzzzzz: 1",
                            "2: unknown key `index.zzzzzzzzzz`; known here: path keep"},
                    Mistake{"sources:\n  - {path: a, layuot: b}",
                            "2: unknown key `sources.layuot`; did you mean `layout`?"}));

INSTANTIATE_TEST_SUITE_P(
    Values, ConfigMistakes,
    testing::Values(
        Mistake{"[a, b]", "1: expected sections such as `site:` and `sources:`"},
        Mistake{"site: Fernway", "1: `site`: expected keys and values"},
        Mistake{"site:\n  name: [a, b]", "2: `site.name`: expected one value"},
        Mistake{"site:\n  languages: {en: ro}", "2: `site.languages`: expected a list"},
        Mistake{"site:\n  languages:\n    - [en]", "3: `site.languages`: expected a list of words"},
        Mistake{"site:\n  fallback: en", "2: `site.fallback`: expected languages; {ro: [en]}"},
        Mistake{"site: {base_url: help.example.com}",
                "1: `site.base_url`: expected an address such as https://help.example.com"},
        Mistake{"site: {base_path: help}", "1: `site.base_path`: expected a path such as /help"},
        Mistake{"index: {keep: 0}", "1: `index.keep`: expected a whole number from 1 to 1000"},
        Mistake{"index: {keep: two}", "1: `index.keep`: expected a whole number from 1 to 1000"},
        Mistake{"index: {keep: 99999999999}",
                "1: `index.keep`: expected a whole number from 1 to 1000"},
        Mistake{"server:\n  listen: 8080",
                "2: `server.listen`: expected HOST:PORT, such as 127.0.0.1:8080"},
        Mistake{"server: {listen: 'host:99999'}",
                "1: `server.listen`: expected HOST:PORT, such as 127.0.0.1:8080"},
        Mistake{"server: {log_format: xml}", "1: `server.log_format`: expected text or json"},
        Mistake{"login: {session_hours: long}",
                "1: `login.session_hours`: expected a whole number from 1 to 2160"},
        Mistake{"redact: {patterns: [x]}",
                "1: `redact.patterns`: expected names and values; {order number: 'FW-\\d{6}'}"},
        Mistake{"tickets: {targets: {plus: {resolved: 2d}}}",
                "1: unknown key `tickets.targets.plus.resolved`; did you mean `resolution`?"},
        Mistake{"tickets: {targets: {plus: {resolution: 2 days}}}",
                "1: `tickets.targets.plus.resolution`: expected a time such as 30m, 4h or 2d"},
        Mistake{"tickets: {targets: {plus: 4h}}",
                "1: `tickets.targets.plus`: expected times; "
                "{plus: {first_response: 1h, resolution: 2d}, '': {…}}"}));

INSTANTIATE_TEST_SUITE_P(
    Sources, ConfigMistakes,
    testing::Values(
        Mistake{"sources: content",
                "1: `sources`: expected a list; - {kind: articles, path: content/articles}"},
        Mistake{"sources:\n  - content", "2: a source: expected kind, path and layout"},
        Mistake{"sources:\n  - kind: articles", "2: a source without `path`"},
        Mistake{"sources:\n  - {path: a, kind: faq}",
                "2: unknown kind `faq`; known: articles, answers, tickets"},
        Mistake{"sources:\n  - {path: a, layout: '{lang}.md'}",
                "2: layout `{lang}.md` has no {path}; such as {lang}/{path}.md"},
        // A source without a pattern found nothing, and said nothing.
        Mistake{"sources:\n  - {path: a, layout: []}",
                "2: `sources.layout` is empty; such as {lang}/{path}.md"}));

constexpr const char* kLinkForm = "; - {text: Shop, url: https://shop.example.com}";

INSTANTIATE_TEST_SUITE_P(
    Brand, ConfigMistakes,
    testing::Values(
        Mistake{"site:\n  accent: green",
                "2: `site.accent`: expected a colour such as \"#0a6b4e\", in quotes"},
        Mistake{"site: {accent: '#12345'}",
                "1: `site.accent`: expected a colour such as \"#0a6b4e\", in quotes"},
        Mistake{"site: {accent: '#0a6b4g'}",
                "1: `site.accent`: expected a colour such as \"#0a6b4e\", in quotes"},
        Mistake{"site:\n  logo: [a, b]", "2: `site.logo`: expected one value"},
        Mistake{"site:\n  name: A\n  contact: javascript:alert(1)",
                "3: `site.contact`: expected an address such as https://example.com/contact or "
                "mailto:help@example.com"},
        Mistake{"site: {contact: //evil.example}",
                "1: `site.contact`: expected an address such as https://example.com/contact or "
                "mailto:help@example.com"},
        Mistake{"site:\n  notice: [Slow]",
                "2: `site.notice`: expected a text, or texts by language; {en: Shop, ro: Magazin}"},
        Mistake{"site:\n  notice:\n    en: [Slow]", "3: `site.notice`: expected one value"},
        Mistake{"site: {notise: Slow}", "1: unknown key `site.notise`; did you mean `notice`?"}));

INSTANTIATE_TEST_SUITE_P(
    Links, ConfigMistakes,
    testing::Values(
        Mistake{"site:\n  header_links: Shop",
                std::string("2: `site.header_links`: expected a list") + kLinkForm},
        Mistake{"site:\n  footer_links:\n    - Shop",
                std::string("3: `site.footer_links`: expected text and url") + kLinkForm},
        Mistake{"site:\n  header_links:\n    - {url: https://a.example}",
                std::string("3: `site.header_links`: a link without `text`") + kLinkForm},
        Mistake{"site:\n  header_links:\n    - {text: A, url: https://a.example}\n    - text: B",
                "4: `site.header_links`: `url` is no address: ''; "
                "https://…, mailto:… or a path such as /en/"},
        Mistake{"site: {footer_links: [{text: A, url: 'javascript:alert(1)'}]}",
                "1: `site.footer_links`: `url` is no address: 'javascript:alert(1)'; "
                "https://…, mailto:… or a path such as /en/"},
        Mistake{"site:\n  footer_links:\n    - text: A\n      ulr: https://a.example",
                "4: unknown key `site.footer_links.ulr`; did you mean `url`?"}));

TEST(Config, BrokenYamlIsAnErrorWithItsLine) {
  for (const char* broken : {"site:\n  name: [", "site:\n\tname: x", "site:\n  name: 'open",
                             "site:\n  ? [a]\n  : b", "&a [*b]"}) {
    const auto config = parse(broken);
    ASSERT_FALSE(config) << broken;
    EXPECT_THAT(config.error().what, StartsWith("not valid YAML: "));
    EXPECT_THAT(config.error().where, StartsWith("/srv/help/kb.yaml:"));
  }
}

// `languages:` with nothing behind it was a list of one language without a name.
TEST(Config, AKeyWithoutAValueIsAnEmptyList) {
  const Config config =
      read("site: {languages: , fallback: {ro: }}\nserver: {trusted_proxies: , video_hosts: }");
  EXPECT_THAT(config.site.languages, IsEmpty());
  EXPECT_THAT(config.site.fallback.at("ro"), IsEmpty());
  EXPECT_THAT(config.server.trusted_proxies, IsEmpty());
  EXPECT_THAT(config.server.video_hosts, IsEmpty());
}

TEST(Config, ABrandWithoutValuesIsNoBrand) {
  const Config config = read(
      "site: {logo: , social_image: , accent: , contact: , notice: , header_links: , "
      "footer_links: []}");
  EXPECT_TRUE(config.site.logo.empty() && config.site.social_image.empty());
  EXPECT_EQ(config.site.accent + config.site.contact, "");
  EXPECT_TRUE(config.site.notice.empty());
  EXPECT_TRUE(config.site.header_links.empty() && config.site.footer_links.empty());
  EXPECT_EQ(read("site: {notice: Slow today.}").site.notice, (LocalText{{"", "Slow today."}}));
}

TEST(Config, OneWordIsAListOfOne) {
  EXPECT_THAT(read("site: {languages: all}").site.languages, ElementsAre("all"));
}

TEST(Config, TheEnvironmentOverridesTheFile) {
  const Config config =
      read("site: {name: File}\nindex: {keep: 5}", {{"KB_SITE_NAME", "Environment"},
                                                    {"KB_SITE_LANGUAGES", " en, ro ,,pt-BR,"},
                                                    {"KB_SERVER_TRUSTED_PROXIES", ""},
                                                    {"KB_SERVER_LISTEN", "0.0.0.0:80"},
                                                    {"KB_SERVER_LOG_FORMAT", "json"},
                                                    {"KB_SITE_LOGO", "other.svg"},
                                                    {"KB_SITE_ACCENT", "#fff"},
                                                    {"KB_SITE_CONTACT", "mailto:a@b.example"},
                                                    {"KB_SEARCH_PATH", "words"},
                                                    {"KB_INDEX_PATH", "elsewhere"},
                                                    {"KB_STORE_URL", "sqlite:/data/kb.db"}});
  EXPECT_EQ(config.site.name, "Environment");
  EXPECT_THAT(config.site.languages, ElementsAre("en", "ro", "pt-BR"));
  EXPECT_THAT(config.server.trusted_proxies, IsEmpty());
  EXPECT_EQ(config.server.listen, "0.0.0.0:80");
  EXPECT_EQ(config.server.log_format, "json");
  EXPECT_EQ(config.site.logo, "/srv/help/other.svg");
  EXPECT_EQ(config.site.accent, "#fff");
  EXPECT_EQ(config.site.contact, "mailto:a@b.example");
  EXPECT_EQ(config.search.path, "/srv/help/words");
  EXPECT_EQ(config.index.path, "/srv/help/elsewhere");
  EXPECT_EQ(config.index.keep, 5);
  EXPECT_EQ(config.store.url, "sqlite:/data/kb.db");
}

TEST(Config, AMistakeInTheEnvironmentNamesTheVariable) {
  const auto config = parse("", {{"KB_INDEX_KEEP", "many"}});
  ASSERT_FALSE(config);
  EXPECT_EQ(to_line(config.error()),
            "environment variable KB_INDEX_KEEP: expected a whole number from 1 to 1000");
  const auto colour = parse("", {{"KB_SITE_ACCENT", "teal"}});
  ASSERT_FALSE(colour);
  EXPECT_EQ(colour.error().where, "environment variable KB_SITE_ACCENT");
}

TEST(Config, PathsAreRelativeToTheFile) {
  const auto relative = parse_config("index: {path: ../index}", "help/kb.yaml", environment());
  EXPECT_EQ(relative->index.path, "index");
  EXPECT_EQ(relative->sources[0].path, "help/content/articles");
  const auto here = parse_config("", "kb.yaml", environment());
  EXPECT_EQ(here->index.path, "var/index");
}

TEST(Config, FallsBackToTheDefaultLanguageUnlessToldOtherwise) {
  const Config config = read("site: {default_language: en, fallback: {ro: [fr, ro, en], de: []}}");
  EXPECT_THAT(config.fallbacks_of("ro"), ElementsAre("fr", "en"));
  EXPECT_THAT(config.fallbacks_of("de"), IsEmpty());
  EXPECT_THAT(config.fallbacks_of("pl"), ElementsAre("en"));
  EXPECT_THAT(config.fallbacks_of("en"), IsEmpty());
}

TEST(Config, AFileThatIsNamedMustBeThere) {
  const TemporaryFolder folder;
  const auto missing = load_config(folder.path() / "kb.yaml", environment());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().where, (folder.path() / "kb.yaml").string());
  EXPECT_EQ(missing.error().hint, "name the file with --config");

  ASSERT_TRUE(write_durably(folder.path() / "kb.yaml", "site: {name: Here}"));
  const auto found = load_config(folder.path() / "kb.yaml", environment());
  ASSERT_TRUE(found) << to_line(found.error());
  EXPECT_EQ(found->site.name, "Here");
  EXPECT_EQ(found->index.path, folder.path() / "var/index");
}

}  // namespace
}  // namespace kb

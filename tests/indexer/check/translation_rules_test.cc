#include "indexer/check/translation_rules.h"

#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

class Translations : public RuleTest {};
TEST_P(Translations, AreHeldAgainstTheirOriginals) {
  expect_findings(
      {rules::stale_translation, rules::missing_translation, rules::orphaned_translation});
}

std::string dated(const std::string& updated, const std::string& more = {}) {
  return "---\ntitle: T\nupdated: " + updated + "\n" + more + "---\nText.\n";
}

INSTANTIATE_TEST_SUITE_P(
    Right, Translations,
    testing::Values(RuleCase{{{"en/a.md", dated("2025-04-02")}, {"ro/a.md", dated("2025-04-02")}},
                             {}},
                    RuleCase{{{"en/a.md", dated("2025-04-02")},
                              {"ro/a.md", dated("2025-01-01", "source_revision: 2025-04-02\n")}},
                             {}},
                    RuleCase{{{"en/a.md", "Text."}, {"ro/a.md", dated("2025-01-01")}}, {}},
                    RuleCase{{{"en/a.md", dated("2025-01-01", "draft: true\n")},
                              {"ro/b.md",
                               "---\ndraft: "
                               "true\n---\nText."}},
                             {}},
                    RuleCase{{{"en/a.md", "Text."}, {"ro/a.md", "---\ntitle: [\n---\n"}}, {}}));

INSTANTIATE_TEST_SUITE_P(
    Stale, Translations,
    testing::Values(
        RuleCase{{{"en/a.md", dated("2025-04-02")}, {"ro/a.md", dated("2025-04-01")}},
                 {"ro/a.md:3: warning: was made from an older text than en/a.md is now, updated "
                  "2025-04-02; mend it, then write `source_revision: \"2025-04-02\"` "
                  "[stale-translation]"}},
        RuleCase{{{"en/a.md", dated("2025-04-02 08:30:00")},
                  {"ro/a.md", dated("2025-06-01", "source_revision: 2025-04-02\n")}},
                 {"ro/a.md:4: warning: was made from an older text than en/a.md is now, updated "
                  "2025-04-02; mend it, then write `source_revision: \"2025-04-02T08:30:00Z\"` "
                  "[stale-translation]"}}));

INSTANTIATE_TEST_SUITE_P(
    MissingAndOrphaned, Translations,
    testing::Values(
        RuleCase{{{"en/a.md", "Text."}, {"en/b/c.md", "Text."}, {"pt_BR/a.md", "Text."}},
                 {"en/b/c.md:1: hint: is not translated into Portuguese (Brazil); write "
                  "pt-BR/b/c.md [missing-translation]"}},
        RuleCase{{{"en/a.md", "Text."}, {"ro/a.md", "Text."}, {"ro/easybox.md", "Text."}},
                 {"ro/easybox.md:1: hint: has no original in English; fine if it is for readers of "
                  "Romanian alone [orphaned-translation]"}}));

// Without `updated`, the writer can give the original's own revision.
TEST(StaleTranslation, IsMendedByWhatTheHintSays) {
  SiteInFolder site;
  site.write("en/a.md", "First text.");
  site.write("ro/a.md", "---\nsource_revision: 0123456789ab\n---\nText.");
  auto findings = findings_of(site, {rules::stale_translation});
  ASSERT_EQ(findings.size(), 1U);
  const auto begin = findings[0].find("source_revision: ");
  const auto end = findings[0].find('`', begin);
  site.write("ro/a.md", "---\n" + findings[0].substr(begin, end - begin) + "\n---\nText.");
  EXPECT_EQ(findings_of(site, {rules::stale_translation}), std::vector<std::string>{});
  site.write("en/a.md", "Second text.");
  EXPECT_EQ(findings_of(site, {rules::stale_translation}).size(), 1U);
}

TEST(MissingTranslation, IsOfPublishedLanguagesThoughNothingIsWrittenYet) {
  SiteInFolder site;
  site.config.site.languages = {"en", "de"};
  site.write("en/a.md", "Text.");
  site.write("ro/a.md", "Text.");
  EXPECT_EQ(findings_of(site, {rules::missing_translation}),
            std::vector<std::string>{"en/a.md:1: hint: is not translated into German; write "
                                     "de/a.md [missing-translation]"});
}

TEST(MissingTranslation, LiesWhereTheLayoutSays) {
  SiteInFolder site;
  site.config.sources[0].layout = {"docs/{path}.md", "i18n/{lang}/current/{path}.md"};
  site.write("docs/a.md", "Text.");
  site.write("docs/b.md", "Text.");
  site.write("i18n/fr/current/a.md", "Text.");
  EXPECT_EQ(findings_of(site, {rules::missing_translation}),
            std::vector<std::string>{"docs/b.md:1: hint: is not translated into French; write "
                                     "i18n/fr/current/b.md [missing-translation]"});
}

TEST(Answers, NeedNoTranslation) {
  SiteInFolder site;
  site.config.sources[0].kind = SourceKind::answers;
  site.write("en/a.md", "Text.");
  site.write("ro/b.md", "Text.");
  EXPECT_EQ(findings_of(site, {rules::missing_translation, rules::orphaned_translation}),
            std::vector<std::string>{});
}

}  // namespace
}  // namespace kb

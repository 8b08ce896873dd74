#include "indexer/layout.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

using Patterns = std::vector<std::string>;

const Patterns kPlain = {"{lang}/{path}.md"};
const Patterns kDocusaurus = {"docs/{path}.md",
                              "i18n/{lang}/docusaurus-plugin-content-docs/current/{path}.md"};
const Patterns kHugo = {"{path}.{lang}.md", "{path}.md"};
const Patterns kTldr = {"pages/{path}.md", "pages.{lang}/{path}.md"};

struct Case {
  const Patterns& patterns;
  std::string path;
  std::string place;  // "lang id", "- id" in the default language, "" in none
};
class LayoutMatches : public testing::TestWithParam<Case> {};
TEST_P(LayoutMatches, SayLanguageAndId) {
  const auto match = Layout(GetParam().patterns).match(GetParam().path);
  EXPECT_EQ(match ? match->lang.value_or("-") + " " + match->id : "", GetParam().place)
      << GetParam().path;
}

INSTANTIATE_TEST_SUITE_P(
    Plain, LayoutMatches,
    testing::Values(Case{kPlain, "en/billing/refund.md", "en billing/refund"},
                    Case{kPlain, "en/billing/refund.mdx", "en billing/refund"},
                    Case{kPlain, "pt_BR/a.md", "pt-BR a"}, Case{kPlain, "PT-br/a.md", "pt-BR a"},
                    Case{kPlain, "zh-hant-tw/a.md", "zh-Hant-TW a"},
                    Case{kPlain, "en/what we store.md", "en what we store"},
                    Case{kPlain, "en/v1.2/release.1.md", "en v1.2/release.1"},
                    Case{kPlain, "ro/pla\u0302ta\u0306.md", "ro plâtă"},  // from a Mac: NFD
                    Case{kPlain, "images/a.md", ""}, Case{kPlain, "refund.md", ""},
                    Case{kPlain, "en/.md", ""}, Case{kPlain, "en/a.txt", ""},
                    Case{kPlain, "en.md", ""}, Case{kPlain, "", ""}));

INSTANTIATE_TEST_SUITE_P(
    Docusaurus, LayoutMatches,
    testing::Values(
        Case{kDocusaurus, "docs/a/b.md", "- a/b"}, Case{kDocusaurus, "docs/a.mdx", "- a"},
        Case{kDocusaurus, "i18n/fr/docusaurus-plugin-content-docs/current/a/b.md", "fr a/b"},
        Case{kDocusaurus, "i18n/xx-quux/docusaurus-plugin-content-docs/current/a.md", ""},
        Case{kDocusaurus, "blog/a.md", ""}));

INSTANTIATE_TEST_SUITE_P(Hugo, LayoutMatches,
                         testing::Values(Case{kHugo, "a/b.md", "- a/b"},
                                         Case{kHugo, "a/b.ro.md", "ro a/b"},
                                         Case{kHugo, "a/b.pt_BR.md", "pt-BR a/b"},
                                         Case{kHugo, "a/version-1.2.md", "- a/version-1.2"},
                                         Case{kHugo, "a/b.notes.md", "- a/b.notes"}));

INSTANTIATE_TEST_SUITE_P(Tldr, LayoutMatches,
                         testing::Values(Case{kTldr, "pages/common/tar.md", "- common/tar"},
                                         Case{kTldr, "pages.pt_BR/common/tar.md",
                                              "pt-BR common/tar"},
                                         Case{kTldr, "pages.english/common/tar.md", ""}));

TEST(Layout, TriesPatternsInOrder) {
  EXPECT_EQ(Layout({"{path}.md", "{lang}/{path}.md"}).match("en/a.md")->id, "en/a");
  EXPECT_EQ(Layout({"{lang}/{path}.md", "{path}.md"}).match("en/a.md")->id, "a");
}

struct Mistake {
  const Patterns& patterns;
  std::string path, mistaken;
};
class LayoutMistakes : public testing::TestWithParam<Mistake> {};
TEST_P(LayoutMistakes, AreNamed) {
  EXPECT_EQ(Layout(GetParam().patterns).mistaken_language(GetParam().path).value_or(""),
            GetParam().mistaken);
}
INSTANTIATE_TEST_SUITE_P(
    Folders, LayoutMistakes,
    testing::Values(Mistake{kPlain, "imgs/a.md", "imgs"}, Mistake{kPlain, "a.md", ""},
                    Mistake{kTldr, "pages.english/common/tar.md", "english"},
                    Mistake{kDocusaurus, "blog/a.md", ""},
                    Mistake{kDocusaurus, "i18n/xx-q/docusaurus-plugin-content-docs/current/a.md",
                            "xx-q"}));

TEST(IsMarkdown, GoesByTheEnding) {
  EXPECT_TRUE(is_markdown("a.md"));
  EXPECT_TRUE(is_markdown("a.b.mdx"));
  EXPECT_FALSE(is_markdown("a.txt"));
  EXPECT_FALSE(is_markdown("md"));
}

}  // namespace
}  // namespace kb

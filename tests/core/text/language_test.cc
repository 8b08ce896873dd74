#include "core/text/language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Tag {
  std::string_view written, canonical;
};
class LanguageTags : public testing::TestWithParam<Tag> {};

TEST_P(LanguageTags, AreReadLeniently) {
  const auto tag = canonical_language(GetParam().written);
  ASSERT_TRUE(tag) << to_line(tag.error());
  EXPECT_EQ(*tag, GetParam().canonical);
  EXPECT_EQ(canonical_language(*tag), *tag) << "canonical is not canonical";
}

INSTANTIATE_TEST_SUITE_P(Tags, LanguageTags,
                         testing::Values(Tag{"en", "en"}, Tag{"EN", "en"}, Tag{"pt-BR", "pt-BR"},
                                         Tag{"pt_BR", "pt-BR"}, Tag{"PT-br", "pt-BR"},
                                         Tag{"zh-tw", "zh-TW"}, Tag{"zh_hant_tw", "zh-Hant-TW"},
                                         Tag{"zh-HANS", "zh-Hans"}, Tag{"sr-latn", "sr-Latn"},
                                         Tag{"es-419", "es-419"}, Tag{"fil", "fil"},
                                         Tag{"no", "no"}, Tag{"nb", "nb"}, Tag{"sh", "sh"},
                                         Tag{"iw", "he"}, Tag{"in", "id"}, Tag{"ji-US", "yi-US"}));

class NotLanguages : public testing::TestWithParam<std::string_view> {};

TEST_P(NotLanguages, AreErrorsWithAHint) {
  const auto tag = canonical_language(GetParam());
  ASSERT_FALSE(tag) << *tag;
  EXPECT_EQ(tag.error().what, "'" + std::string(GetParam().substr(0, 40)) + "' is no language tag");
  EXPECT_EQ(tag.error().hint, "use a tag such as en, pt-BR or zh-TW");
}

INSTANTIATE_TEST_SUITE_P(Words, NotLanguages,
                         testing::Values("", "-", "e", "images", "xx", "img", "english", "en-",
                                         "-en", "en--US", "en-XX", "en-1", "en-US-US",
                                         "en-US-posix", "en US", "én", "en\n", "zh-Hant-Hant", "*",
                                         "..", "en-12",
                                         "a-very-long-name-of-a-folder-that-is-no-language"));

// Folders "my-shop" and "is-live" were taken for Burmese and Icelandic in scripts that do not
// exist.
INSTANTIATE_TEST_SUITE_P(Scripts, NotLanguages,
                         testing::Values("my-shop", "is-live", "to-sort", "en-Zabc"));

TEST(LanguageCandidates, GoFromTheMostSpecialToTheLanguage) {
  EXPECT_THAT(language_candidates("zh-Hant-TW"), ElementsAre("zh-Hant-TW", "zh-Hant", "zh"));
  EXPECT_THAT(language_candidates("pt-BR"), ElementsAre("pt-BR", "pt"));
  EXPECT_THAT(language_candidates("en"), ElementsAre("en"));
}

TEST(SiteLanguages, BecomeCanonical) {
  SiteConfig site;
  site.default_language = "PT_br";
  site.languages = {"EN", "zh_TW"};
  site.fallback = {{"pt_BR", {"PT", "en"}}};
  ASSERT_TRUE(canonicalise_languages(site));
  EXPECT_EQ(site.default_language, "pt-BR");
  EXPECT_THAT(site.languages, ElementsAre("en", "zh-TW"));
  EXPECT_THAT(site.fallback.at("pt-BR"), ElementsAre("pt", "en"));
  EXPECT_EQ(site.fallback.size(), 1U);

  site.notice = {{"", "Slow"}, {"PT_br", "Lento"}};
  site.header_links = {{{{"RO", "Magazin"}}, "/"}};
  site.footer_links = {{{{"zh_tw", "商店"}}, "/"}};
  ASSERT_TRUE(canonicalise_languages(site));
  EXPECT_EQ(site.notice, (LocalText{{"", "Slow"}, {"pt-BR", "Lento"}}));
  EXPECT_EQ(site.header_links[0].text, (LocalText{{"ro", "Magazin"}}));
  EXPECT_EQ(site.footer_links[0].text, (LocalText{{"zh-TW", "商店"}}));

  site.languages = {"all"};
  ASSERT_TRUE(canonicalise_languages(site));
  EXPECT_THAT(site.languages, IsEmpty());
}

TEST(SiteLanguages, AMistakeNamesItsKey) {
  const auto where = [](auto set) {
    SiteConfig site;
    set(site);
    const auto done = canonicalise_languages(site);
    return done ? "no mistake" : done.error().where;
  };
  EXPECT_EQ(where([](auto& s) { s.default_language = "english"; }), "site.default_language");
  EXPECT_EQ(where([](auto& s) { s.languages = {"en", "all"}; }), "site.languages");
  EXPECT_EQ(where([](auto& s) { s.fallback = {{"images", {"en"}}}; }), "site.fallback");
  EXPECT_EQ(where([](auto& s) { s.fallback = {{"ro", {"eng lish"}}}; }), "site.fallback");
  EXPECT_EQ(where([](auto& s) { s.notice = {{"klingon", "x"}}; }), "site.notice");
  EXPECT_EQ(where([](auto& s) { s.header_links = {{{{"shop", "x"}}, "/"}}; }), "site.header_links");
  EXPECT_EQ(where([](auto& s) { s.footer_links = {{{{"shop", "x"}}, "/"}}; }), "site.footer_links");
}

struct Header {
  std::string_view accepts, lang;
};
class Negotiation : public testing::TestWithParam<Header> {};

TEST_P(Negotiation, FindsWhatTheReaderPrefers) {
  EXPECT_EQ(negotiate_language(GetParam().accepts, {"en", "pt-BR", "ro", "zh-TW"}, "en"),
            GetParam().lang);
}

INSTANTIATE_TEST_SUITE_P(
    Headers, Negotiation,
    testing::Values(Header{"", "en"}, Header{"ro", "ro"}, Header{"ro-MD,ro;q=0.9", "ro"},
                    Header{"en;q=0.5, ro;q=0.8", "ro"}, Header{"ro;q=0.8 , en;q=0.8", "ro"},
                    Header{"pt", "pt-BR"}, Header{"pt-PT", "pt-BR"}, Header{"zh_tw", "zh-TW"},
                    Header{"de, fr;q=0.9", "en"}, Header{"de, fr;q=0.9, ro;q=0.1", "ro"},
                    Header{"ro;q=0", "en"}, Header{"*", "en"}, Header{"*, ro;q=0.5", "ro"},
                    Header{"ro;level=1;q=0.3, pt;q=0.4", "pt-BR"}, Header{";;;,,,q=,", "en"},
                    Header{"ro;q=much", "en"}, Header{"\xff\xfe, ro", "ro"}));

// "nan" is a number to the library that reads it, and no quality was ever better.
INSTANTIATE_TEST_SUITE_P(NotANumber, Negotiation,
                         testing::Values(Header{"ro;q=nan, pt;q=0.5, zh-TW;q=0.1", "pt-BR"}));

TEST(Negotiation, ReadsNoMoreThanTheBeginningOfALongHeader) {
  std::string header;
  for (int i = 0; i < 100'000; ++i) header += "de;q=0.9,";
  EXPECT_EQ(negotiate_language(header + "ro", {"en", "ro"}, "en"), "en");
}

}  // namespace
}  // namespace kb::text

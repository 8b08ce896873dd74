#include "core/text/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "core/base/date.h"

namespace kb::text {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

MessageFormatter formatter(std::string lang, const MessageFormatter::Patterns& patterns) {
  auto made = MessageFormatter::create(std::move(lang), patterns);
  EXPECT_TRUE(made) << to_line(made.error());
  return std::move(*made);
}

struct Plural {
  std::string lang, pattern;
  std::int64_t count;
  std::string text;
};
class Plurals : public testing::TestWithParam<Plural> {};

TEST_P(Plurals, FollowTheLanguage) {
  const auto& [lang, pattern, count, text] = GetParam();
  EXPECT_EQ(formatter(lang, {{"n", pattern}}).format("n", {{"count", count}}), text);
}

constexpr auto kEnglish = "{count, plural, one {# result} other {# results}}";
constexpr auto kPolish = "{count, plural, one {# wynik} few {# wyniki} other {# wyników}}";
constexpr auto kRomanian =
    "{count, plural, one {# rezultat} few {# rezultate} other {# de rezultate}}";

INSTANTIATE_TEST_SUITE_P(Languages, Plurals,
                         testing::Values(Plural{"en", kEnglish, 1, "1 result"},
                                         Plural{"en", kEnglish, 0, "0 results"},
                                         Plural{"en", kEnglish, 1234, "1,234 results"},
                                         Plural{"pl", kPolish, 1, "1 wynik"},
                                         Plural{"pl", kPolish, 22, "22 wyniki"},
                                         Plural{"pl", kPolish, 12, "12 wyników"},
                                         Plural{"ro", kRomanian, 19, "19 rezultate"},
                                         Plural{"ro", kRomanian, 20, "20 de rezultate"},
                                         Plural{"xx", kEnglish, 2, "2 results"}));

struct Forms {
  std::string lang, pattern, missing;
};
class MissingPluralForms : public testing::TestWithParam<Forms> {};

TEST_P(MissingPluralForms, AreThoseOfTheLanguage) {
  std::string missing;
  for (const auto& form : missing_plural_forms(GetParam().pattern, GetParam().lang))
    missing += (missing.empty() ? "" : " ") + form;
  EXPECT_EQ(missing, GetParam().missing);
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, MissingPluralForms,
    testing::Values(Forms{"en", kEnglish, ""}, Forms{"pl", kEnglish, "few many"},
                    Forms{"ar", kEnglish, "few many two zero"},
                    Forms{"ja", "{n, plural, other {#件}}", ""},
                    Forms{"ro", "no plural, {name}", ""},
                    Forms{"en", "{n, plural, =1 {one day} other {# days}}", "one"},
                    Forms{"en", "{n, selectordinal, one {#st} other {#th}}", "few two"},
                    Forms{"en", "{a, select, x {{n, plural, other {#}}} other {b}}", "one"},
                    Forms{"pl", "{n, plural", ""}));

TEST(MessageFormatter, PutsNamedArgumentsInWhateverOrderTheLanguageHasThem) {
  const auto texts = formatter("en", {{"a", "{query}: {count}"}, {"b", "{count} for “{query}”"}});
  const MessageFormatter::Arguments arguments = {{"count", 3}, {"query", "refund"}};
  EXPECT_EQ(texts.format("a", arguments), "refund: 3");
  EXPECT_EQ(texts.format("b", arguments), "3 for “refund”");
}

TEST(MessageFormatter, ShowsWhatIsMissingInsteadOfFailing) {
  const auto texts = formatter("en", {{"hello", "Hello {name}"}});
  EXPECT_EQ(texts.format("hello"), "Hello {name}");
  EXPECT_EQ(texts.format("goodbye"), "goodbye");
  EXPECT_TRUE(texts.has("hello"));
  EXPECT_FALSE(texts.has("goodbye"));
}

TEST(MessageFormatter, LeavesBracesAndApostrophesOfArgumentsAlone) {
  const auto texts = formatter("en", {{"q", "Don't find {query}"}});
  EXPECT_EQ(texts.format("q", {{"query", "it's {0} {{x}} '{'"}}), "Don't find it's {0} {{x}} '{'");
}

TEST(MessageFormatter, NamesTheArgumentsOfAllBranches) {
  const auto texts =
      formatter("en", {{"n", "{count, plural, one {{name}} other {# {what}}}"}, {"o", "x"}});
  EXPECT_THAT(texts.argument_names("n"), ElementsAre("count", "name", "what"));
  EXPECT_THAT(texts.argument_names("o"), IsEmpty());
}

TEST(MessageFormatter, RefusesAMalformedPatternByItsKey) {
  const auto made =
      MessageFormatter::create("en", {{"good", "x"}, {"bad", "{count, plural, one {#}"}});
  ASSERT_FALSE(made);
  EXPECT_THAT(made.error().what, HasSubstr("`bad`"));
  EXPECT_THAT(made.error().hint, HasSubstr("character"));
}

// ICU's MessageFormat fills its caches when it formats: run under ThreadSanitizer.
TEST(MessageFormatter, FormatsOnManyThreadsAtOnce) {
  const auto texts = formatter("pl", {{"n", kPolish}});
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&texts] {
      for (int n = 0; n < 200; ++n) EXPECT_EQ(texts.format("n", {{"count", 3}}), "3 wyniki");
    });
  }
  for (auto& thread : threads) thread.join();
}

TEST(FormatDate, IsTheDayInUtcAsTheLanguageWritesIt) {
  const Time late = parse_time("2026-04-02T23:59:59Z").value();
  EXPECT_EQ(format_date(late, "en"), "April 2, 2026");
  EXPECT_EQ(format_date(late, "ro"), "2 aprilie 2026");
  EXPECT_EQ(format_date(late, "pl"), "2 kwietnia 2026");
  EXPECT_EQ(format_date(late, "it"), "2 aprile 2026");
  EXPECT_EQ(format_date(Time{}, "en-GB"), "1 January 1970");
}

TEST(FormatNumber, GroupsDigitsAsTheLanguageDoes) {
  EXPECT_EQ(format_number(1234567, "en"), "1,234,567");
  EXPECT_EQ(format_number(1234567, "it"), "1.234.567");
  EXPECT_EQ(format_number(-5, "not a language"), "-5");
}

TEST(LanguageName, IsInTheLanguageAskedFor) {
  EXPECT_EQ(language_name("ro", "ro"), "română");
  EXPECT_EQ(language_name("pl", "en"), "Polish");
  EXPECT_EQ(language_name("pt-BR", "pt-BR"), "português (Brasil)");
  EXPECT_EQ(language_name("not a language", "en"), "not a language");
}

TEST(IsRightToLeft, KnowsTheScript) {
  for (const auto* lang : {"ar", "he", "fa", "ur", "ar-EG"})
    EXPECT_TRUE(is_right_to_left(lang)) << lang;
  for (const auto* lang : {"en", "ro", "zh-TW", "", "??"})
    EXPECT_FALSE(is_right_to_left(lang)) << lang;
}

}  // namespace
}  // namespace kb::text

#include "server/page/texts.h"

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

constexpr auto kEnglish =
    R"({"hello": "Hello {name}", "n": "{n, plural, one {# day} other {# days}}"})";

TEST(Texts, FallBackToEnglishWithEnglishPlurals) {
  const TemporaryFolder folder;
  folder.write("en.json", kEnglish);
  folder.write("ja.json", R"({"hello": "{name}さん"})");
  const auto texts = Texts::load(folder.path());
  ASSERT_TRUE(texts) << to_line(texts.error());
  EXPECT_EQ(texts->in("ja").format("hello", {{"name", "Ion"}}), "Ionさん");
  EXPECT_EQ(texts->in("ja").format("n", {{"n", 1}}), "1 day");
  EXPECT_EQ(texts->in("xx").lang(), "en");
  EXPECT_FALSE(texts->in("ja").has("nothing"));
}

TEST(Texts, TakeTheSitesOwnWordsKeyByKey) {
  const TemporaryFolder shipped;
  const TemporaryFolder own;
  shipped.write("en.json", kEnglish);
  own.write("en.json", R"({"hello": "Hi {name}"})");
  own.write("sv.json", R"({"hello": "Hej {name}"})");
  const auto texts = Texts::load(shipped.path(), own.path());
  ASSERT_TRUE(texts);
  EXPECT_EQ(texts->in("en").format("hello", {{"name", "Ion"}}), "Hi Ion");
  EXPECT_EQ(texts->in("en").format("n", {{"n", 2}}), "2 days");
  EXPECT_EQ(texts->in("sv").format("hello", {{"name", "Ion"}}), "Hej Ion");
}

TEST(Texts, AnswerWhichLanguageWordsAPage) {
  const auto& texts = renderer().texts();
  EXPECT_EQ(texts.language_for("ro", "en"), "ro");
  EXPECT_EQ(texts.language_for("it-CH", "en"), "it");
  EXPECT_EQ(texts.language_for("sw", "pl"), "pl");
  EXPECT_EQ(texts.language_for("sw", "fil"), "en");
  EXPECT_EQ(texts.language_for("", ""), "en");
}

struct Case {
  std::string name, json, where, what;
};
class BadTexts : public testing::TestWithParam<Case> {};

TEST_P(BadTexts, AreRefusedWithTheirPlace) {
  const TemporaryFolder folder;
  folder.write("en.json", GetParam().json);
  const auto texts = Texts::load(folder.path());
  ASSERT_FALSE(texts);
  EXPECT_THAT(texts.error().where, EndsWith(GetParam().where));
  EXPECT_THAT(texts.error().what, HasSubstr(GetParam().what));
}

INSTANTIATE_TEST_SUITE_P(
    Places, BadTexts,
    testing::Values(Case{"no_comma", "{\"a\": \"x\"\n\"b\": \"y\"}", "en.json:2", "not valid JSON"},
                    Case{"empty", "", "en.json:1", "not valid JSON"},
                    Case{"list", "[]", "en.json:1", "not an object"},
                    Case{"number", "{\"a\": \"x\",\n\n\"b\": 2}", "en.json:3", "not an object"},
                    Case{"pattern", "{\"a\": \"x\",\n\"b\": \"{n, plural\"}", "en.json:2", "`b`"},
                    Case{"not_utf8", "{\"a\": \"\xff\"}", "en.json:1", "not valid JSON"}),
    [](const auto& test) { return test.param.name; });

struct OwnCase {
  std::string name, file, json, where, what;
};
class BadOwnTexts : public testing::TestWithParam<OwnCase> {};

TEST_P(BadOwnTexts, AreToldAndTheBuiltInOnesServe) {
  const TemporaryFolder shipped;
  const TemporaryFolder own;
  shipped.write("en.json", kEnglish);
  shipped.write("pl.json", R"({"hello": "Cześć {name}"})");
  own.write(GetParam().file, GetParam().json);
  const auto texts = Texts::load(shipped.path(), own.path());
  ASSERT_TRUE(texts) << to_line(texts.error());
  ASSERT_EQ(texts->problems().size(), 1U);
  EXPECT_THAT(texts->problems()[0].where, EndsWith(GetParam().where));
  EXPECT_THAT(texts->problems()[0].what, HasSubstr(GetParam().what));
  EXPECT_EQ(texts->in("en").format("hello", {{"name", "Ion"}}), "Hello Ion");
  EXPECT_EQ(texts->in("pl").format("hello", {{"name", "Ion"}}), "Cześć Ion");
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadOwnTexts,
    testing::Values(
        OwnCase{"no_json", "en.json", "{\"a\": \"x\"\n\"b\": 1}", "en.json:2", "not valid JSON"},
        OwnCase{"no_pattern", "en.json", R"({"hello": "Hi {name"})", "en.json:1", "`hello`"},
        OwnCase{"other_placeholder", "pl.json", "{\n\"hello\": \"Hej {nazwa}\"}", "pl.json:2",
                "other placeholders"},
        OwnCase{"no_placeholder", "pl.json", R"({"hello": "Hej"})", "pl.json:1",
                "other placeholders"},
        OwnCase{"plurals", "pl.json", R"({"n": "{n, plural, one {# dzień} other {# dni}}"})",
                "pl.json:1", "few, many"},
        OwnCase{"no_language", "notes.json", R"({"hello": "Hi {name}"})", "notes.json", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Texts, TakeTheGoodOnesOfAFileWithABadOne) {
  const TemporaryFolder shipped;
  const TemporaryFolder own;
  shipped.write("en.json", kEnglish);
  own.write("en.json", R"({"hello": "Hi {name}", "n": "{n} days, {m}", "mine": "My own"})");
  const auto texts = Texts::load(shipped.path(), own.path()).value();
  EXPECT_EQ(texts.problems().size(), 1U);
  EXPECT_EQ(texts.in("en").format("hello", {{"name", "Ion"}}), "Hi Ion");
  EXPECT_EQ(texts.in("en").format("n", {{"n", 1}}), "1 day");
  EXPECT_EQ(texts.in("en").format("mine"), "My own");
}

TEST(Texts, NeedEnglish) {
  const TemporaryFolder folder;
  folder.write("ro.json", "{}");
  const auto texts = Texts::load(folder.path());
  ASSERT_FALSE(texts);
  EXPECT_THAT(texts.error().where, EndsWith("en.json"));
}

}  // namespace
}  // namespace kb::page

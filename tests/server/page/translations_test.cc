// The words of the interface, held against the templates and the code that use them.

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> texts_of(const std::string& lang) {
  return nlohmann::json::parse(content_of(templates_folder() / "i18n" / (lang + ".json")));
}

std::set<std::string> languages() {
  return {"en", "ro", "pl", "it", "ru", "ar"};
}

// What stands between `open` and the next `close`, wherever that is.
std::set<std::string> between(std::string_view open, std::string_view close,
                              const std::string& text) {
  std::set<std::string> found;
  for (auto at = text.find(open); at != text.npos; at = text.find(open, at + 1)) {
    const auto begin = at + open.size();
    found.insert(text.substr(begin, text.find(close, begin) - begin));
  }
  return found;
}

std::vector<std::string> contents_in(const std::filesystem::path& folder) {
  std::vector<std::string> contents;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.is_regular_file()) contents.push_back(content_of(file.path()));
  }
  return contents;
}

bool stands_in(const std::vector<std::string>& contents, const std::string& text) {
  return std::any_of(contents.begin(), contents.end(), [&](const std::string& content) {
    return content.find(text) != content.npos;
  });
}

TEST(Translations, LackNothingThatEnglishHas) {
  for (const auto& lang : languages()) {
    for (const auto& [key, text] : texts_of("en")) {
      EXPECT_TRUE(texts_of(lang).contains(key)) << lang << " lacks " << key;
    }
    EXPECT_EQ(texts_of(lang).size(), texts_of("en").size()) << lang << " has more than English";
  }
}

TEST(Translations, NameTheSameArguments) {
  const auto& all = renderer().texts().languages();
  const auto& english = all.find("en")->second;
  for (const auto& [lang, formatter] : all) {
    for (const auto& [key, text] : texts_of("en")) {
      EXPECT_EQ(formatter.argument_names(key), english.argument_names(key)) << lang << " " << key;
    }
  }
}

// A template says {{t.key}}, code says "key". The kinds of admonition come from articles.
TEST(Translations, AreAllUsed) {
  const auto templates = contents_in(templates_folder());
  const auto code = contents_in(source_folder() / "server/page");
  for (const auto& [key, text] : texts_of("en")) {
    EXPECT_TRUE(stands_in(templates, "{{t." + key + "}}") || stands_in(code, '"' + key + '"') ||
                key.starts_with("admonition."))
        << key;
  }
}

TEST(Translations, HoldEveryKeyThatTemplatesUse) {
  const auto english = texts_of("en");
  for (const auto& content : contents_in(templates_folder())) {
    for (const auto& key : between("{{t.", "}}", content)) {
      EXPECT_TRUE(english.contains(key)) << key;
    }
  }
}

struct PluralForms {
  std::string lang;
  std::vector<std::string> forms;
};
class Plurals : public testing::TestWithParam<PluralForms> {};

TEST_P(Plurals, HaveEveryFormOfTheLanguage) {
  for (const auto& [key, text] : texts_of(GetParam().lang)) {
    if (text.find(", plural,") == std::string::npos) continue;
    for (const auto& form : GetParam().forms) {
      EXPECT_THAT(text, testing::HasSubstr(form + " {")) << key;
    }
  }
}

// As CLDR 42 lists them.
INSTANTIATE_TEST_SUITE_P(
    Languages, Plurals,
    testing::Values(PluralForms{"en", {"one", "other"}}, PluralForms{"ro", {"one", "few", "other"}},
                    PluralForms{"pl", {"one", "few", "many", "other"}},
                    PluralForms{"it", {"one", "many", "other"}},
                    PluralForms{"ru", {"one", "few", "many", "other"}},
                    PluralForms{"ar", {"zero", "one", "two", "few", "many", "other"}}));

// Unescaped Mustache is for snippets and rendered articles alone.
TEST(Templates, EscapeEverythingElse) {
  for (const auto& content : contents_in(templates_folder())) {
    EXPECT_EQ(content.find("{{&"), content.npos);
    for (const auto& name : between("{{{", "}}}", content)) {
      EXPECT_TRUE(name == "html" || name == "snippet_html") << name;
    }
  }
}

}  // namespace
}  // namespace kb::page

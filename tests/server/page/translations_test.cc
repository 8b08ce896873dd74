// The words of the interface, held against the templates and the code that use them.

#include <algorithm>
#include <array>
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
  return {"en", "ro", "pl", "it", "ru", "de", "fr", "es", "ar", "ja"};
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

std::vector<std::string> contents_in(const std::filesystem::path& folder,
                                     const std::set<std::string>& endings) {
  std::vector<std::string> contents;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (endings.contains(file.path().extension().string()))
      contents.push_back(content_of(file.path()));
  }
  return contents;
}

std::vector<std::string> template_contents() {
  return contents_in(templates_folder(), {".mustache"});
}

bool stands_in(const std::vector<std::string>& contents, const std::string& text) {
  return std::any_of(contents.begin(), contents.end(), [&](const std::string& content) {
    return content.find(text) != content.npos;
  });
}

TEST(Translations, AreInTheLanguagesThatAreBuiltIn) {
  std::set<std::string> found;
  for (const auto& [lang, texts] : renderer().texts().languages()) found.insert(lang);
  EXPECT_EQ(found, languages());
}

class Translation : public testing::TestWithParam<std::string> {};

TEST_P(Translation, HasTheKeysOfEnglish) {
  const auto texts = texts_of(GetParam());
  const auto english = texts_of("en");
  for (const auto& [key, text] : english) EXPECT_TRUE(texts.contains(key)) << "lacks " << key;
  for (const auto& [key, text] : texts) EXPECT_TRUE(english.contains(key)) << "has " << key;
}

TEST_P(Translation, NamesThePlaceholdersOfEnglish) {
  const auto& all = renderer().texts().languages();
  const auto& own = all.find(GetParam())->second;
  const auto& english = all.find("en")->second;
  for (const auto& [key, text] : texts_of("en")) {
    EXPECT_EQ(own.argument_names(key), english.argument_names(key)) << key;
  }
}

TEST_P(Translation, HasEveryPluralFormOfItsLanguage) {
  for (const auto& [key, text] : texts_of(GetParam())) {
    EXPECT_THAT(text::missing_plural_forms(text, GetParam()), testing::IsEmpty()) << key;
  }
}

INSTANTIATE_TEST_SUITE_P(BuiltIn, Translation, testing::ValuesIn(languages()),
                         [](const auto& test) { return test.param; });

// The code has how the key begins; how it ends is a name in a table: of a figure, a step of a
// trail, a ticket's state, a field of the form.
bool is_put_together(const std::string& key) {
  constexpr std::array kKinds = {
      "insights.figure_",   "insights.means_",  "insights.leads_to_", "insights.station_",
      "insights.answered_", "insights.entry_",  "agent.trail.",       "agent.contact.",
      "contact.fault_",     "gap.state.",       "gap.diagnosis.",     "gap.trend.",
      "gap.reason.",        "gap.change.",      "gap.verdict.",       "gaps.order_",
      "gaps.work.",         "wishes.trend_",    "wishes.type_",       "coverage.found_",
      "coverage.reason_",   "coverage.state_",  "coverage.step_",     "replay.reason.",
      "targets.guard_",     "targets.outlook_", "tickets.by_",        "tickets.figure_",
      "tickets.trend_",     "tickets.type_",    "tickets.types",      "tickets.topics",
      "replay.closed",      "replay.open",      "replay.worse"};
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](const char* kind) { return key.starts_with(kind); });
}

// A template says {{t.key}}, code says "key". The kinds of admonition come from articles.
TEST(Translations, AreAllUsed) {
  const auto templates = template_contents();
  const auto code = contents_in(source_folder() / "server", {".cc"});
  for (const auto& [key, text] : texts_of("en")) {
    EXPECT_TRUE(stands_in(templates, "{{t." + key + "}}") || stands_in(code, '"' + key + '"') ||
                key.starts_with("admonition.") || is_put_together(key))
        << key;
  }
}

TEST(Translations, HoldEveryKeyThatTemplatesUse) {
  const auto english = texts_of("en");
  for (const auto& content : template_contents()) {
    for (const auto& key : between("{{t.", "}}", content)) {
      EXPECT_TRUE(english.contains(key)) << key;
    }
  }
}

// Unescaped Mustache is for snippets, rendered articles and what is JSON within a script.
TEST(Templates, EscapeEverythingElse) {
  for (const auto& content : template_contents()) {
    EXPECT_EQ(content.find("{{&"), content.npos);
    for (const auto& name : between("{{{", "}}}", content)) {
      EXPECT_TRUE(name == "html" || name == "snippet_html" || name == "passage_html" ||
                  name == "structured_data" || name == "style")
          << name;
    }
  }
}

}  // namespace
}  // namespace kb::page

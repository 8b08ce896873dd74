#include "server/page/texts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/durable_file.h"
#include "core/text/language.h"

namespace kb::page {
namespace {

namespace fs = std::filesystem;
using text::MessageFormatter;

constexpr std::string_view kEnglish = "en";

// A pattern and where it stands, so that an error in it can name the place.
struct Pattern {
  std::string text;
  std::string where;
};
using Patterns = std::map<std::string, Pattern, std::less<>>;
using Languages = std::map<std::string, Patterns, std::less<>>;

std::string place(const fs::path& file, std::string_view content, std::size_t offset) {
  const auto before = content.substr(0, offset);
  return file.string() + ":" + std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
}

Error no_texts(std::string where) {
  return Error{"not an object of texts", std::move(where), R"(write it as {"key": "words", …})"};
}

Result<Patterns> read_patterns(const fs::path& file) {
  const auto content = read_file(file);
  if (!content) return fail(content.error());
  nlohmann::json texts;
  try {
    texts = nlohmann::json::parse(*content);
  } catch (const nlohmann::json::parse_error& error) {
    return fail("not valid JSON", place(file, *content, error.byte),
                "look for a missing comma or quote on this line or the one before");
  }
  if (!texts.is_object()) return fail(no_texts(place(file, *content, 0)));
  Patterns patterns;
  for (const auto& [key, value] : texts.items()) {
    const auto where = place(file, *content, content->find('"' + key + '"'));
    if (!value.is_string()) return fail(no_texts(where));
    patterns.emplace(key, Pattern{value.get<std::string>(), where});
  }
  return patterns;
}

Result<std::vector<fs::path>> json_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".json") files.push_back(it->path());
  }
  if (error) return fail("cannot read the folder: " + error.message(), folder.string());
  std::ranges::sort(files);
  return files;
}

Result<Languages> read_languages(const fs::path& folder) {
  const auto files = json_files(folder);
  if (!files) return fail(files.error());
  Languages languages;
  for (const auto& file : *files) {
    auto patterns = read_patterns(file);
    if (!patterns) return fail(patterns.error());
    languages.emplace(file.stem().string(), std::move(*patterns));
  }
  return languages;
}

Result<MessageFormatter> formatter_of(const std::string& lang, const Patterns& patterns) {
  MessageFormatter::Patterns texts;
  for (const auto& [key, pattern] : patterns) texts.emplace(key, pattern.text);
  auto made = MessageFormatter::create(lang, texts);
  if (made) return made;
  // The formatter names the key in its error; only the file knows the line.
  Error error = made.error();
  for (const auto& [key, pattern] : patterns) {
    if (error.what.find("`" + key + "`") != std::string::npos) error.where = pattern.where;
  }
  return fail(std::move(error));
}

std::string listed(const std::set<std::string>& words) {
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

// Whether a site's own pattern may take the place of the built-in one.
Result<void> check_own(const std::string& lang, const std::string& key, const Pattern& pattern,
                       const MessageFormatter& english) {
  const auto made = formatter_of(lang, {{key, pattern}});
  if (!made) return fail(made.error());
  const auto missing = text::missing_plural_forms(pattern.text, lang);
  if (!missing.empty()) {
    return fail("text `" + key + "` lacks plural forms of " + lang + ": " + listed(missing),
                pattern.where, "add one {…} for each of them");
  }
  if (english.has(key) && made->argument_names(key) != english.argument_names(key)) {
    return fail("text `" + key + "` names other placeholders than the English one", pattern.where,
                "it may name: " + listed(english.argument_names(key)));
  }
  return {};
}

// Puts the good ones among a site's own patterns into `languages`; answers what is wrong with the
// others.
std::vector<Error> add_own(const fs::path& folder, const MessageFormatter& english,
                           Languages& languages) {
  std::vector<Error> problems;
  const auto files = json_files(folder);
  if (!files) return {files.error()};
  for (const auto& file : *files) {
    const auto lang = text::canonical_language(file.stem().string());
    const auto patterns = lang ? read_patterns(file) : fail(lang.error());
    if (!patterns) {
      Error error = patterns.error();
      if (!lang) error.where = file.string();
      problems.push_back(std::move(error));
      continue;
    }
    for (const auto& [key, pattern] : *patterns) {
      if (const auto good = check_own(*lang, key, pattern, english); !good) {
        problems.push_back(good.error());
      } else {
        languages[*lang].insert_or_assign(key, pattern);
      }
    }
  }
  return problems;
}

}  // namespace

std::string LanguageTexts::format(std::string_view key,
                                  const MessageFormatter::Arguments& arguments) const {
  return own_->has(key) ? own_->format(key, arguments) : english_->format(key, arguments);
}

Result<Texts> Texts::load(const fs::path& folder, const fs::path& overrides) {
  auto languages = read_languages(folder);
  if (!languages) return fail(languages.error());
  if (!languages->contains(kEnglish)) {
    return fail("the English texts are missing", (folder / "en.json").string(),
                "other languages fall back to them");
  }
  const auto english = formatter_of("en", languages->find(kEnglish)->second);
  if (!english) return fail(english.error());
  Texts loaded;
  std::error_code ignored;
  if (!overrides.empty() && fs::is_directory(overrides, ignored)) {
    loaded.problems_ = add_own(overrides, *english, *languages);
  }
  for (const auto& [lang, patterns] : *languages) {
    auto formatter = formatter_of(lang, patterns);
    if (!formatter) return fail(formatter.error());
    loaded.languages_.emplace(lang, std::move(*formatter));
  }
  return loaded;
}

std::string_view Texts::language_for(std::string_view lang,
                                     std::string_view default_language) const {
  const auto base = lang.substr(0, lang.find('-'));
  for (const auto candidate : {lang, base, default_language}) {
    const auto found = languages_.find(candidate);
    if (found != languages_.end()) return found->first;
  }
  return kEnglish;
}

LanguageTexts Texts::in(std::string_view lang) const {
  const MessageFormatter& english = languages_.find(kEnglish)->second;
  const auto found = languages_.find(lang);
  return LanguageTexts(found == languages_.end() ? &english : &found->second, &english);
}

}  // namespace kb::page

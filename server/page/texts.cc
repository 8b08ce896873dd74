#include "server/page/texts.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/durable_file.h"

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

std::string place(const fs::path& file, std::string_view content, std::size_t offset) {
  const auto before = content.substr(0, offset);
  return file.string() + ":" + std::to_string(1 + std::count(before.begin(), before.end(), '\n'));
}

Error no_texts(std::string where) {
  return Error{"not an object of texts", std::move(where), R"(write it as {"key": "words", …})"};
}

Result<void> add_file(const fs::path& file, Patterns& patterns) {
  const auto content = read_file(file);
  if (!content) return fail(content.error());
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(*content);
  } catch (const nlohmann::json::parse_error& error) {
    return fail("not valid JSON", place(file, *content, error.byte),
                "look for a missing comma or quote on this line or the one before");
  }
  if (!json.is_object()) return fail(no_texts(place(file, *content, 0)));
  for (const auto& [key, value] : json.items()) {
    const auto where = place(file, *content, content->find('"' + key + '"'));
    if (!value.is_string()) return fail(no_texts(where));
    patterns.insert_or_assign(key, Pattern{value.get<std::string>(), where});
  }
  return {};
}

Result<void> add_folder(const fs::path& folder,
                        std::map<std::string, Patterns, std::less<>>& languages) {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() != ".json") continue;
    auto added = add_file(it->path(), languages[it->path().stem().string()]);
    if (!added) return added;
  }
  if (error) return fail("cannot read the folder: " + error.message(), folder.string());
  return {};
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

}  // namespace

std::string LanguageTexts::format(std::string_view key,
                                  const MessageFormatter::Arguments& arguments) const {
  return own_->has(key) ? own_->format(key, arguments) : english_->format(key, arguments);
}

Result<Texts> Texts::load(const fs::path& folder, const fs::path& overrides) {
  std::map<std::string, Patterns, std::less<>> languages;
  if (auto added = add_folder(folder, languages); !added) return fail(added.error());
  std::error_code ignored;
  if (!overrides.empty() && fs::is_directory(overrides, ignored)) {
    if (auto added = add_folder(overrides, languages); !added) return fail(added.error());
  }
  if (!languages.contains(kEnglish)) {
    return fail("the English texts are missing", (folder / "en.json").string(),
                "other languages fall back to them");
  }
  Texts loaded;
  for (const auto& [lang, patterns] : languages) {
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

// A category of articles: one key shared by all languages, a name in each. A key with a slash is a
// subfolder's: "troubleshooting/hub".
//
//   category.name_in("pl")  -> "Płatności", or English's, or the key made readable: "Getting
//   started"
//
// Pure values.

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace kb {

struct Category {
  std::string key;                                 // "billing"
  int order = kUnordered;                          // lower comes first; then by name
  std::string icon;                                // name of a symbol, may be empty
  std::map<std::string, std::string> name;         // by language tag
  std::map<std::string, std::string> description;  // likewise; may be empty

  static constexpr int kUnordered = 1'000'000;

  std::string name_in(const std::string& lang, const std::string& otherwise) const;
  std::string description_in(const std::string& lang, const std::string& otherwise) const;

  bool operator==(const Category&) const = default;
};

// The text for `lang`, else for its base language, else for `otherwise`, else for any ("" as the
// language); empty where there is none.
std::string text_in(const std::map<std::string, std::string>& by_language, const std::string& lang,
                    const std::string& otherwise);

// "getting-started" -> "Getting started"
std::string readable_key(std::string_view key);

}  // namespace kb

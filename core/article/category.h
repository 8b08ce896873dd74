// A category of articles: one key shared by all languages, a name in each.
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
  std::string key;                          // "billing"
  int order = kUnordered;                   // lower comes first; then by name
  std::string icon;                         // name of a symbol, may be empty
  std::map<std::string, std::string> name;  // by language tag

  static constexpr int kUnordered = 1'000'000;

  std::string name_in(const std::string& lang, const std::string& otherwise) const;
};

// "getting-started" -> "Getting started"
std::string readable_key(std::string_view key);

}  // namespace kb

#include "core/article/category.h"

namespace kb {

std::string Category::name_in(const std::string& lang, const std::string& otherwise) const {
  for (const auto& choice : {lang, lang.substr(0, lang.find('-')), otherwise})
    if (const auto found = name.find(choice); found != name.end()) return found->second;
  return readable_key(key);
}

std::string readable_key(std::string_view key) {
  std::string words(key);
  for (char& c : words)
    if (c == '-' || c == '_') c = ' ';
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace kb

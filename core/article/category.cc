#include "core/article/category.h"

namespace kb {

std::string Category::name_in(const std::string& lang, const std::string& otherwise) const {
  const auto text = text_in(name, lang, otherwise);
  return text.empty() ? readable_key(key.substr(key.rfind('/') + 1)) : text;
}

std::string Category::description_in(const std::string& lang, const std::string& otherwise) const {
  return text_in(description, lang, otherwise);
}

std::string text_in(const std::map<std::string, std::string>& by_language, const std::string& lang,
                    const std::string& otherwise) {
  for (const auto& choice : {lang, lang.substr(0, lang.find('-')), otherwise, std::string("")})
    if (const auto found = by_language.find(choice); found != by_language.end())
      return found->second;
  return {};
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

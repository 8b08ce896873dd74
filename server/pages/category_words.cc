#include "server/pages/category_words.h"

#include <algorithm>

namespace kb {

const Category* find_category(const index::Generation& generation, std::string_view key) {
  const auto& known = generation.manifest().categories;
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const Category& category) { return category.key == key; });
  return found == known.end() ? nullptr : &*found;
}

std::string category_name(const Config& config, const index::Generation& generation,
                          const std::string& key, const std::string& lang) {
  if (const auto* category = find_category(generation, key))
    return category->name_in(lang, config.site.default_language);
  return readable_key(std::string_view(key).substr(key.rfind('/') + 1));
}

std::string subfolder_of(std::string_view id) {
  const auto first = id.find('/');
  if (first == id.npos) return {};
  const auto second = id.find('/', first + 1);
  return second == id.npos ? std::string() : std::string(id.substr(first + 1, second - first - 1));
}

std::vector<page::Badge> applies_to_badges(const Config& config,
                                           const index::Generation& generation,
                                           const std::vector<std::string>& applies_to,
                                           const std::string& lang) {
  std::vector<page::Badge> badges;
  for (const auto& written : applies_to) {
    if (const auto found = find_value(generation.manifest().applies_to, written))
      badges.push_back({found.axis->key + ":" + found.value->key,
                        found.value->name_in(lang, config.site.default_language)});
    else
      badges.push_back({written, readable_key(written.substr(written.find(':') + 1))});
  }
  return badges;
}

std::vector<page::FilterAxis> applies_to_filter(const Config& config,
                                                const index::Generation& generation,
                                                const std::string& lang) {
  const auto& otherwise = config.site.default_language;
  std::vector<page::FilterAxis> filter;
  for (const auto& axis : generation.manifest().applies_to) {
    page::FilterAxis shown{axis.key, axis.name_in(lang, otherwise), {}};
    for (const auto& value : axis.values)
      shown.values.push_back({axis.key + ":" + value.key, value.name_in(lang, otherwise)});
    filter.push_back(std::move(shown));
  }
  return filter;
}

}  // namespace kb

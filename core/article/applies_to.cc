#include "core/article/applies_to.h"

#include "core/article/category.h"

namespace kb {
namespace {

std::string name_or_key(const std::map<std::string, std::string>& name, const std::string& key,
                        const std::string& lang, const std::string& otherwise) {
  const auto text = text_in(name, lang, otherwise);
  return text.empty() ? readable_key(key) : text;
}

}  // namespace

std::string AppliesToValue::name_in(const std::string& lang, const std::string& otherwise) const {
  return name_or_key(name, key, lang, otherwise);
}

std::string AppliesToAxis::name_in(const std::string& lang, const std::string& otherwise) const {
  return name_or_key(name, key, lang, otherwise);
}

AppliesToFound find_value(const std::vector<AppliesToAxis>& axes, std::string_view written) {
  const auto colon = written.find(':');
  const auto value_key = colon == written.npos ? written : written.substr(colon + 1);
  for (const auto& axis : axes) {
    if (colon != written.npos && axis.key != written.substr(0, colon)) continue;
    for (const auto& value : axis.values)
      if (value.key == value_key) return {&axis, &value};
  }
  return {};
}

}  // namespace kb

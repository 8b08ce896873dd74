#include "core/base/config_yaml.h"

#include <yaml-cpp/yaml.h>

namespace kb {

tl::unexpected<Error> ConfigYaml::wrong(const YAML::Node& node, std::string what,
                                        std::string hint) const {
  return fail(std::move(what), file_ + ":" + std::to_string(node.Mark().line + 1), std::move(hint));
}

Result<Setting::Values> ConfigYaml::values(const YAML::Node& node, const std::string& key,
                                           Setting::Shape shape) const {
  Setting::Values list;
  const bool wants_list = shape == Setting::Shape::list;
  if (node.IsNull()) {
    if (!wants_list) list.emplace_back();
  } else if (node.IsScalar()) {
    list.push_back(node.as<std::string>());
  } else if (node.IsSequence() && wants_list) {
    for (const auto& item : node) {
      if (!item.IsScalar()) return wrong(item, "`" + key + "`: expected a list of words");
      list.push_back(item.as<std::string>());
    }
  } else {
    return wrong(node, "`" + key + "`: expected " + (wants_list ? "a list" : "one value"));
  }
  return list;
}

Result<std::string> ConfigYaml::word(const YAML::Node& node, const std::string& key) const {
  auto list = values(node, key, Setting::Shape::one);
  if (!list) return fail(list.error());
  return std::move(list->front());
}

Result<std::map<std::string, std::string>> ConfigYaml::words(const YAML::Node& node,
                                                             const std::string& key,
                                                             const std::string& form) const {
  std::map<std::string, std::string> read;
  if (node.IsNull()) return read;
  if (!node.IsMap()) return wrong(node, "`" + key + "`: expected names and values", form);
  for (const auto& entry : node) {
    const auto name = entry.first.as<std::string>();
    auto value = word(entry.second, key + "." + name);
    if (!value) return fail(value.error());
    read[name] = std::move(*value);
  }
  return read;
}

Result<LocalText> ConfigYaml::local_text(const YAML::Node& node, const std::string& key) const {
  LocalText text;
  if (node.IsScalar()) text[""] = node.as<std::string>();
  if (node.IsScalar() || node.IsNull()) return text;
  if (!node.IsMap())
    return wrong(node, "`" + key + "`: expected a text, or texts by language",
                 "{en: Shop, ro: Magazin}");
  for (const auto& entry : node) {
    auto value = word(entry.second, key);
    if (!value) return fail(value.error());
    text[entry.first.as<std::string>()] = std::move(*value);
  }
  return text;
}

}  // namespace kb

// A piece of kb.yaml as plain values, and the Error that says on which line it is wrong.
//
//   const ConfigYaml yaml("kb.yaml");
//   auto words = yaml.values(node, "site.languages", Setting::Shape::list);
//   return yaml.wrong(node, "`site`: expected keys and values");       // "kb.yaml:3: …"
//
// Fails on a shape that was not asked for. Thread-safe: it only reads.

#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/config_settings.h"
#include "core/base/result.h"

namespace YAML {
class Node;
}

namespace kb {

class ConfigYaml {
 public:
  explicit ConfigYaml(const std::filesystem::path& file) : file_(file.string()) {}

  tl::unexpected<Error> wrong(const YAML::Node& node, std::string what,
                              std::string hint = {}) const;
  Result<Setting::Values> values(const YAML::Node& node, const std::string& key,
                                 Setting::Shape shape) const;
  Result<std::string> word(const YAML::Node& node, const std::string& key) const;
  // Names and one value each; `form`: an example, for the hint.
  Result<std::map<std::string, std::string>> words(const YAML::Node& node, const std::string& key,
                                                   const std::string& form) const;
  // One text for all languages, or one for each.
  Result<LocalText> local_text(const YAML::Node& node, const std::string& key) const;

 private:
  std::string file_;
};

}  // namespace kb

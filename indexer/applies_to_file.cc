#include "indexer/applies_to_file.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "core/base/durable_file.h"
#include "core/text/language.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

constexpr const char* kForm = "platform: {name: Device, values: {ios: iPhone, android: Android}}";

class ProductReader {
 public:
  ProductReader(const fs::path& file, AppliesToFile& found) : file_(file), found_(found) {}

  void read() {
    const auto content = read_file(file_);
    if (!content) return found_.problems.push_back(content.error());
    try {
      const YAML::Node root = YAML::Load(*content);
      if (root.IsNull()) return;
      if (!root.IsMap()) return problem(root.Mark(), "expected lists by their keys", kForm);
      for (const auto& entry : root) read_axis(entry.first, entry.second);
    } catch (const YAML::Exception& error) {
      problem(error.mark, "cannot be read: " + error.msg, {});
    }
  }

 private:
  void problem(const YAML::Mark& mark, std::string what, std::string hint) {
    found_.problems.push_back({std::move(what),
                               file_.string() + ":" + std::to_string(std::max(mark.line, 0) + 1),
                               std::move(hint)});
  }

  void read_axis(const YAML::Node& name, const YAML::Node& node) {
    const auto key = name.as<std::string>();
    if (!node.IsMap() || !node["values"] || !node["values"].IsMap())
      return problem(name.Mark(), "`" + key + "` has no `values`", kForm);
    AppliesToAxis axis{.key = key, .name = {}, .values = {}};
    for (const auto& entry : node) {
      const auto part = entry.first.as<std::string>();
      if (part == "name")
        axis.name = read_names(entry.second);
      else if (part == "values")
        for (const auto& value : entry.second)
          axis.values.push_back({value.first.as<std::string>(), read_names(value.second)});
      else
        problem(entry.first.Mark(), "`" + key + "`: unknown key `" + part + "`",
                "known: name, values");
    }
    const auto same = std::find_if(found_.axes.begin(), found_.axes.end(),
                                   [&](const auto& other) { return other.key == key; });
    if (same != found_.axes.end())
      return problem(name.Mark(), "another source lists `" + key + "` already", "name it once");
    found_.axes.push_back(std::move(axis));
  }

  // One word for all languages, or a word for each.
  std::map<std::string, std::string> read_names(const YAML::Node& node) {
    if (node.IsScalar()) return {{"", node.as<std::string>()}};
    std::map<std::string, std::string> names;
    if (!node.IsMap()) {
      if (!node.IsNull()) problem(node.Mark(), "expected a name, or one by language", kForm);
      return names;
    }
    for (const auto& entry : node) {
      const auto lang = text::canonical_language(entry.first.as<std::string>());
      if (lang)
        names[*lang] = entry.second.as<std::string>();
      else
        problem(entry.first.Mark(), lang.error().what, lang.error().hint);
    }
    return names;
  }

  const fs::path file_;
  AppliesToFile& found_;
};

}  // namespace

AppliesToFile read_applies_to(const Config& config) {
  AppliesToFile found;
  for (const auto& source : config.sources) {
    const auto file = source.path / kAppliesToFile;
    std::error_code error;
    if (source.kind == SourceKind::articles && fs::exists(file, error))
      ProductReader(file, found).read();
  }
  return found;
}

}  // namespace kb

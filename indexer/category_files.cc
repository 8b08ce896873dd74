#include "indexer/category_files.h"

#include <yaml-cpp/yaml.h>

#include <cmath>

#include "core/base/durable_file.h"
#include "core/text/language.h"
#include "indexer/layout.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

std::string at_line(const fs::path& file, const YAML::Mark& mark) {
  return file.string() + ":" + std::to_string(mark.line + 1);
}

// Docusaurus takes any number, fractions too.
int order_at(double position) {
  constexpr double kLast = Category::kUnordered;
  return position >= -kLast && position <= kLast ? static_cast<int>(std::floor(position))
                                                 : Category::kUnordered;
}

class CategoryReader {
 public:
  CategoryReader(const Config& config, CategoryFiles& found) : config_(config), found_(found) {}

  void read_yaml(const fs::path& file) {
    parse(file, [&](const YAML::Node& root) {
      const YAML::Node list = root["categories"] ? root["categories"] : root;
      if (!list.IsMap())
        return problem(file, list.Mark(), "expected categories by their keys",
                       "billing: {order: 1, name: {en: Billing}}");
      for (const auto& entry : list)
        read_category(file, entry.first.as<std::string>(), entry.second);
    });
  }

  // The folder's name is the key; its language is that of the articles in it.
  void read_docusaurus(const fs::path& file, const std::string& path, const Layout& layout) {
    const auto folder = path.rfind('/');
    if (folder == std::string::npos) return;  // the source's own
    const auto place = layout.match(path.substr(0, folder) + "/index.md");
    const auto slash = place ? place->id.rfind('/') : std::string::npos;
    if (slash == std::string::npos) return;
    parse(file, [&](const YAML::Node& root) {  // JSON is YAML
      if (!root.IsMap()) return problem(file, root.Mark(), "expected an object", {});
      Category& category = named(place->id.substr(0, slash));
      const auto lang = place->lang.value_or(config_.site.default_language);
      if (root["label"]) category.name[lang] = root["label"].as<std::string>();
      if (const YAML::Node link = root["link"]; link && link.IsMap() && link["description"])
        category.description[lang] = link["description"].as<std::string>();
      if (root["position"] && category.order == Category::kUnordered)
        category.order = order_at(root["position"].as<double>());
    });
  }

 private:
  template <class Action>
  void parse(const fs::path& file, Action&& action) {
    const auto content = read_file(file);
    if (!content) return found_.problems.push_back(content.error());
    try {
      action(YAML::Load(*content));
    } catch (const YAML::Exception& error) {
      problem(file, error.mark, "cannot be read: " + error.msg, {});
    }
  }

  void problem(const fs::path& file, const YAML::Mark& mark, std::string what, std::string hint) {
    found_.problems.push_back({std::move(what), at_line(file, mark), std::move(hint)});
  }

  Category& named(const std::string& key) {
    Category& category = found_.categories[key];
    category.key = key;
    return category;
  }

  void read_category(const fs::path& file, const std::string& key, const YAML::Node& node) {
    Category& category = named(key);
    if (node.IsScalar()) {  // billing: Billing
      category.name[config_.site.default_language] = node.as<std::string>();
      return;
    }
    if (!node.IsMap())
      return problem(file, node.Mark(),
                     "category '" + key + "': expected order, icon, name and description",
                     "{order: 1, icon: card, name: {en: Billing}}");
    for (const auto& entry : node) {
      const auto name = entry.first.as<std::string>();
      if (name == "order")
        category.order = entry.second.as<int>();
      else if (name == "icon")
        category.icon = entry.second.as<std::string>();
      else if (name == "name")
        read_texts(file, category.name, entry.second);
      else if (name == "description")
        read_texts(file, category.description, entry.second);
      else
        problem(file, entry.first.Mark(), "category '" + key + "': unknown key `" + name + "`",
                "known: order, icon, name, description");
    }
  }

  void read_texts(const fs::path& file, std::map<std::string, std::string>& texts,
                  const YAML::Node& node) {
    if (node.IsScalar()) {
      texts[config_.site.default_language] = node.as<std::string>();
      return;
    }
    for (const auto& entry : node) {
      const auto lang = text::canonical_language(entry.first.as<std::string>());
      if (!lang)
        problem(file, entry.first.Mark(), lang.error().what, lang.error().hint);
      else
        texts[*lang] = entry.second.as<std::string>();
    }
  }

  const Config& config_;
  CategoryFiles& found_;
};

}  // namespace

CategoryFiles read_categories(const Config& config, const std::vector<CategoryFile>& files) {
  CategoryFiles found;
  CategoryReader reader(config, found);
  for (const auto& file : files) {
    if (file.file.extension() == ".yaml")
      reader.read_yaml(file.file);
    else
      reader.read_docusaurus(file.file, file.path, Layout(config.sources[file.source].layout));
  }
  return found;
}

}  // namespace kb

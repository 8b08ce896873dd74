#include "core/base/config.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "core/base/config_channels.h"
#include "core/base/config_settings.h"
#include "core/base/config_sources.h"
#include "core/base/config_yaml.h"
#include "core/base/durable_file.h"
#include "core/base/nearest_key.h"

namespace kb {
namespace {

using Values = Setting::Values;
constexpr auto kSingle = Setting::Shape::one;
constexpr auto kSeveral = Setting::Shape::list;

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

class Reader {
 public:
  Reader(Config& config, const std::filesystem::path& file) : config_(config), yaml_(file) {}

  Result<void> read(const YAML::Node& root) {
    if (root.IsNull()) return {};
    if (!root.IsMap()) return yaml_.wrong(root, "expected sections such as `site:` and `sources:`");
    for (const auto& entry : root) {
      const auto section = entry.first.as<std::string>();
      auto done = section == "sources" ? read_source_list(entry.second)
                                       : read_section(section, entry.first, entry.second);
      if (!done) return done;
    }
    return {};
  }

 private:
  Result<void> read_source_list(const YAML::Node& node) {
    auto sources = read_sources(yaml_, node);
    if (!sources) return fail(sources.error());
    config_.sources = std::move(*sources);
    return {};
  }

  // Keys with a shape of their own; the environment cannot say them.
  struct Structured {
    std::string_view section;
    std::string_view key;
    Result<void> (Reader::*read)(const YAML::Node&);
  };
  static std::array<Structured, 7> structured_keys() {
    return {Structured{"site", "fallback", &Reader::read_fallback},
            Structured{"site", "notice", &Reader::read_notice},
            Structured{"site", "header_links", &Reader::read_header_links},
            Structured{"site", "footer_links", &Reader::read_footer_links},
            Structured{"redact", "patterns", &Reader::read_patterns},
            Structured{"tickets", "targets", &Reader::read_targets},
            Structured{"contact", "channels", &Reader::read_channel_list}};
  }

  Result<void> read_section(const std::string& section, const YAML::Node& name,
                            const YAML::Node& node) {
    auto keys = keys_of_section(section);
    if (keys.empty())
      return yaml_.wrong(name, "unknown key `" + section + "`",
                         nearest_key(section, {"site", "sources", "search", "index", "store",
                                               "server", "login", "redact", "tickets", "insights",
                                               "gaps", "widget", "contact", "mail"}));
    const auto structured = structured_keys();
    for (const auto& each : structured)
      if (each.section == section) keys.push_back(each.key);
    if (node.IsNull()) return {};
    if (!node.IsMap()) return yaml_.wrong(node, "`" + section + "`: expected keys and values");
    for (const auto& entry : node) {
      const auto key = entry.first.as<std::string>();
      const auto* own = std::find_if(structured.begin(), structured.end(), [&](const auto& s) {
        return s.section == section && s.key == key;
      });
      if (own != structured.end()) {
        if (auto done = (this->*own->read)(entry.second); !done) return done;
        continue;
      }
      const Setting* setting = find_setting(section, key);
      if (setting == nullptr)
        return yaml_.wrong(entry.first, "unknown key `" + section + "." + key + "`",
                           nearest_key(key, keys));
      auto list = yaml_.values(entry.second, section + "." + key, setting->shape);
      if (!list) return fail(list.error());
      if (const auto problem = setting->apply(config_, *list); !problem.empty())
        return yaml_.wrong(entry.second, "`" + section + "." + key + "`: " + problem);
    }
    return {};
  }

  Result<void> read_fallback(const YAML::Node& node) {
    if (!node.IsMap())
      return yaml_.wrong(node, "`site.fallback`: expected languages", "{ro: [en]}");
    for (const auto& entry : node) {
      auto list = yaml_.values(entry.second, "site.fallback", kSeveral);
      if (!list) return fail(list.error());
      config_.site.fallback[entry.first.as<std::string>()] = std::move(*list);
    }
    return {};
  }

  Result<void> read_notice(const YAML::Node& node) {
    auto text = yaml_.local_text(node, "site.notice");
    if (!text) return fail(text.error());
    config_.site.notice = std::move(*text);
    return {};
  }

  Result<void> read_header_links(const YAML::Node& node) {
    return read_links(node, "site.header_links", config_.site.header_links);
  }
  Result<void> read_footer_links(const YAML::Node& node) {
    return read_links(node, "site.footer_links", config_.site.footer_links);
  }

  Result<void> read_links(const YAML::Node& node, const std::string& key,
                          std::vector<SiteLink>& links) const {
    constexpr const char* kForm = "- {text: Shop, url: https://shop.example.com}";
    links.clear();
    if (node.IsNull()) return {};
    if (!node.IsSequence()) return yaml_.wrong(node, "`" + key + "`: expected a list", kForm);
    for (const auto& item : node) {
      if (!item.IsMap()) return yaml_.wrong(item, "`" + key + "`: expected text and url", kForm);
      SiteLink link;
      for (const auto& entry : item) {
        const auto part = entry.first.as<std::string>();
        if (part == "text") {
          auto text = yaml_.local_text(entry.second, key + ".text");
          if (!text) return fail(text.error());
          link.text = std::move(*text);
        } else if (part == "url") {
          link.url = entry.second.IsScalar() ? entry.second.as<std::string>() : std::string();
        } else {
          return yaml_.wrong(entry.first, "unknown key `" + key + "." + part + "`",
                             nearest_key(part, {"text", "url"}));
        }
      }
      if (link.text.empty())
        return yaml_.wrong(item, "`" + key + "`: a link without `text`", kForm);
      if (!is_link(link.url))
        return yaml_.wrong(item, "`" + key + "`: `url` is no address: '" + link.url + "'",
                           "https://…, mailto:… or a path such as /en/");
      links.push_back(std::move(link));
    }
    return {};
  }

  Result<void> read_channel_list(const YAML::Node& node) {
    auto channels = read_channels(yaml_, node);
    if (!channels) return fail(channels.error());
    config_.contact.channels = std::move(*channels);
    return {};
  }

  Result<void> read_patterns(const YAML::Node& node) {
    auto patterns = yaml_.words(node, "redact.patterns", "{order number: 'FW-\\d{6}'}");
    if (!patterns) return fail(patterns.error());
    config_.redact.patterns = std::move(*patterns);
    return {};
  }

  Result<void> read_targets(const YAML::Node& node) {
    constexpr const char* kForm = "{plus: {first_response: 1h, resolution: 2d}, '': {…}}";
    if (node.IsNull()) return {};
    if (!node.IsMap()) return yaml_.wrong(node, "`tickets.targets`: expected plans", kForm);
    for (const auto& plan : node) {
      const auto name = "tickets.targets." + plan.first.as<std::string>();
      if (!plan.second.IsMap())
        return yaml_.wrong(plan.second, "`" + name + "`: expected times", kForm);
      TicketTarget& target = config_.tickets.targets[plan.first.as<std::string>()];
      for (const auto& time : plan.second) {
        const auto key = time.first.as<std::string>();
        if (key != "first_response" && key != "resolution")
          return yaml_.wrong(time.first, "unknown key `" + name + "." + key + "`",
                             nearest_key(key, {"first_response", "resolution"}));
        const auto text = yaml_.word(time.second, name + "." + key);
        if (!text) return fail(text.error());
        int& into = key == "resolution" ? target.resolution_minutes : target.first_response_minutes;
        if (const auto problem = read_minutes(*text, into); !problem.empty())
          return yaml_.wrong(time.second, "`" + name + "." + key + "`: " + problem);
      }
    }
    return {};
  }

  Config& config_;
  const ConfigYaml yaml_;
};

Result<void> apply_environment(Config& config, const Environment& environment) {
  for (const auto& setting : settings()) {
    std::string name = "KB_" + std::string(setting.section) + "_" + std::string(setting.key);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto value = environment(name);
    if (!value) continue;
    Values list;
    if (setting.shape == kSingle) {
      list.push_back(*value);
    } else {
      for (std::size_t begin = 0; begin <= value->size();) {
        const auto end = std::min(value->find(',', begin), value->size());
        if (auto word = trimmed(std::string_view(*value).substr(begin, end - begin)); !word.empty())
          list.push_back(std::move(word));
        begin = end + 1;
      }
    }
    if (const auto problem = setting.apply(config, list); !problem.empty())
      return fail(problem, "environment variable " + name);
  }
  return {};
}

void resolve_paths(Config& config, const std::filesystem::path& folder) {
  const auto resolve = [&](std::filesystem::path& path) {
    if (!path.empty() && path.is_relative()) path = (folder / path).lexically_normal();
  };
  for (auto& source : config.sources) resolve(source.path);
  resolve(config.search.path);
  resolve(config.index.path);
  resolve(config.gaps.drafts);
  resolve(config.server.templates);
  resolve(config.site.logo);
  resolve(config.site.social_image);
  constexpr std::string_view kSqlite = "sqlite:";
  if (config.store.url.starts_with(kSqlite)) {
    std::filesystem::path database = config.store.url.substr(kSqlite.size());
    resolve(database);
    config.store.url = std::string(kSqlite) + database.string();
  }
}

}  // namespace

std::vector<std::string> Config::fallbacks_of(const std::string& lang) const {
  std::vector<std::string> list;
  if (const auto found = site.fallback.find(lang); found != site.fallback.end())
    list = found->second;
  else
    list.push_back(site.default_language);
  std::erase(list, lang);
  return list;
}

Result<Config> parse_config(const std::string& yaml, const std::filesystem::path& file,
                            const Environment& environment) {
  Config config;
  config.sources.emplace_back().path = "content/articles";
  try {
    if (auto read = Reader(config, file).read(YAML::Load(yaml)); !read) return fail(read.error());
  } catch (const YAML::Exception& problem) {
    return fail("not valid YAML: " + problem.msg,
                file.string() + ":" + std::to_string(problem.mark.line + 1));
  }
  if (auto applied = apply_environment(config, environment); !applied) return fail(applied.error());
  resolve_paths(config, file.parent_path());
  return config;
}

Result<Config> load_config(const std::filesystem::path& path, const Environment& environment) {
  if (path.empty() && !std::filesystem::exists("kb.yaml"))
    return parse_config("", "kb.yaml", environment);
  const auto file = path.empty() ? std::filesystem::path("kb.yaml") : path;
  auto yaml = read_file(file);
  if (!yaml) return fail(yaml.error().what, yaml.error().where, "name the file with --config");
  auto config = parse_config(*yaml, file, environment);
  if (config) config->file = file;
  return config;
}

}  // namespace kb

#include "core/base/config.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

#include "core/base/durable_file.h"

namespace kb {
namespace {

using Values = std::vector<std::string>;

// One key of kb.yaml, and of the environment as KB_SECTION_KEY: how its values become
// configuration.
struct Setting {
  std::string_view section;
  std::string_view key;
  enum class Shape { one, list } shape;
  std::string (*apply)(Config&, const Values&);  // says what is wrong, or nothing
};

std::string read_count(const std::string& text, int low, int high, int& into) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high)
    return "expected a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  into = value;
  return {};
}

std::string base_path(Config& config, const Values& v) {
  std::string path = v[0];
  while (!path.empty() && path.back() == '/') path.pop_back();
  if (!path.empty() && path.front() != '/') return "expected a path such as /help";
  config.site.base_path = path;
  return {};
}

std::string base_url(Config& config, const Values& v) {
  std::string url = v[0];
  while (!url.empty() && url.back() == '/') url.pop_back();
  if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://"))
    return "expected an address such as https://help.example.com";
  config.site.base_url = url;
  return {};
}

std::string listen_address(Config& config, const Values& v) {
  int port = 0;
  const auto colon = v[0].rfind(':');
  if (colon == std::string::npos || colon == 0 ||
      !read_count(v[0].substr(colon + 1), 0, 65535, port).empty())
    return "expected HOST:PORT, such as 127.0.0.1:8080";
  config.server.listen = v[0];
  return {};
}

bool is_link(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:") ||
         (url.starts_with('/') && !url.starts_with("//"));
}

std::string contact(Config& config, const Values& v) {
  if (!v[0].empty() && !is_link(v[0]))
    return "expected an address such as https://example.com/contact or mailto:help@example.com";
  config.site.contact = v[0];
  return {};
}

std::string accent(Config& config, const Values& v) {
  const bool digits = v[0].find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  const bool is_colour = v[0].starts_with('#') && digits && (v[0].size() == 4 || v[0].size() == 7);
  if (!v[0].empty() && !is_colour) return "expected a colour such as \"#0a6b4e\", in quotes";
  config.site.accent = v[0];
  return {};
}

std::string log_format(Config& config, const Values& v) {
  if (v[0] != "text" && v[0] != "json") return "expected text or json";
  config.server.log_format = v[0];
  return {};
}

constexpr auto kOne = Setting::Shape::one;
constexpr auto kList = Setting::Shape::list;

#define KB_ASSIGN(target, value)   \
  [](Config& c, const Values& v) { \
    c.target = value;              \
    return std::string();          \
  }
constexpr std::array kSettings = {
    Setting{"site", "name", kOne, KB_ASSIGN(site.name, v[0])},
    Setting{"site", "logo", kOne, KB_ASSIGN(site.logo, v[0])},
    Setting{"site", "social_image", kOne, KB_ASSIGN(site.social_image, v[0])},
    Setting{"site", "accent", kOne, accent},
    Setting{"site", "contact", kOne, contact},
    Setting{"site", "base_url", kOne, base_url},
    Setting{"site", "base_path", kOne, base_path},
    Setting{"site", "default_language", kOne, KB_ASSIGN(site.default_language, v[0])},
    Setting{"site", "languages", kList, KB_ASSIGN(site.languages, v)},
    Setting{"search", "path", kOne, KB_ASSIGN(search.path, v[0])},
    Setting{"index", "path", kOne, KB_ASSIGN(index.path, v[0])},
    Setting{"index", "keep", kOne,
            [](Config& c, const Values& v) { return read_count(v[0], 1, 1000, c.index.keep); }},
    Setting{"store", "url", kOne, KB_ASSIGN(store.url, v[0])},
    Setting{"server", "listen", kOne, listen_address},
    Setting{"server", "trusted_proxies", kList, KB_ASSIGN(server.trusted_proxies, v)},
    Setting{"server", "log_format", kOne, log_format},
    Setting{"server", "video_hosts", kList, KB_ASSIGN(server.video_hosts, v)},
    Setting{"server", "templates", kOne, KB_ASSIGN(server.templates, v[0])},
};
#undef KB_ASSIGN

int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = std::exchange(row[0], static_cast<int>(i));
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

// "did you mean `languages`?", or the list of what is known.
std::string nearest(std::string_view unknown, const std::vector<std::string_view>& known) {
  const auto best = std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
    return edit_distance(unknown, a) < edit_distance(unknown, b);
  });
  if (edit_distance(unknown, *best) <= std::max<int>(2, static_cast<int>(best->size()) / 2))
    return "did you mean `" + std::string(*best) + "`?";
  std::string list = "known here:";
  for (auto key : known) list += " " + std::string(key);
  return list;
}

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

class Reader {
 public:
  Reader(Config& config, const std::filesystem::path& file) : config_(config), file_(file) {}

  Result<void> read(const YAML::Node& root) {
    if (root.IsNull()) return {};
    if (!root.IsMap()) return wrong(root, "expected sections such as `site:` and `sources:`");
    for (const auto& entry : root) {
      const auto section = entry.first.as<std::string>();
      auto done = section == "sources" ? read_sources(entry.second)
                                       : read_section(section, entry.first, entry.second);
      if (!done) return done;
    }
    return {};
  }

 private:
  tl::unexpected<Error> wrong(const YAML::Node& node, std::string what,
                              std::string hint = {}) const {
    return fail(std::move(what), file_.string() + ":" + std::to_string(node.Mark().line + 1),
                std::move(hint));
  }

  Result<Values> values(const YAML::Node& node, const std::string& key,
                        Setting::Shape shape) const {
    Values list;
    if (node.IsNull()) {
      if (shape == kOne) list.emplace_back();
    } else if (node.IsScalar()) {
      list.push_back(node.as<std::string>());
    } else if (node.IsSequence() && shape == kList) {
      for (const auto& item : node) {
        if (!item.IsScalar()) return wrong(item, "`" + key + "`: expected a list of words");
        list.push_back(item.as<std::string>());
      }
    } else {
      return wrong(node, "`" + key + "`: expected " + (shape == kList ? "a list" : "one value"));
    }
    return list;
  }

  // Keys with a shape of their own; the environment cannot say them.
  struct Structured {
    std::string_view section;
    std::string_view key;
    Result<void> (Reader::*read)(const YAML::Node&);
  };
  static std::array<Structured, 4> structured_keys() {
    return {Structured{"site", "fallback", &Reader::read_fallback},
            Structured{"site", "notice", &Reader::read_notice},
            Structured{"site", "header_links", &Reader::read_header_links},
            Structured{"site", "footer_links", &Reader::read_footer_links}};
  }

  Result<void> read_section(const std::string& section, const YAML::Node& name,
                            const YAML::Node& node) {
    std::vector<std::string_view> keys;
    for (const auto& setting : kSettings)
      if (setting.section == section) keys.push_back(setting.key);
    if (keys.empty())
      return wrong(name, "unknown key `" + section + "`",
                   nearest(section, {"site", "sources", "search", "index", "store", "server"}));
    const auto structured = structured_keys();
    for (const auto& each : structured)
      if (each.section == section) keys.push_back(each.key);
    if (node.IsNull()) return {};
    if (!node.IsMap()) return wrong(node, "`" + section + "`: expected keys and values");
    for (const auto& entry : node) {
      const auto key = entry.first.as<std::string>();
      const auto* own = std::find_if(structured.begin(), structured.end(), [&](const auto& s) {
        return s.section == section && s.key == key;
      });
      if (own != structured.end()) {
        if (auto done = (this->*own->read)(entry.second); !done) return done;
        continue;
      }
      const auto* setting = std::find_if(kSettings.begin(), kSettings.end(), [&](const auto& s) {
        return s.section == section && s.key == key;
      });
      if (setting == kSettings.end())
        return wrong(entry.first, "unknown key `" + section + "." + key + "`", nearest(key, keys));
      auto list = values(entry.second, section + "." + key, setting->shape);
      if (!list) return fail(list.error());
      if (const auto problem = setting->apply(config_, *list); !problem.empty())
        return wrong(entry.second, "`" + section + "." + key + "`: " + problem);
    }
    return {};
  }

  Result<void> read_fallback(const YAML::Node& node) {
    if (!node.IsMap()) return wrong(node, "`site.fallback`: expected languages", "{ro: [en]}");
    for (const auto& entry : node) {
      auto list = values(entry.second, "site.fallback", kList);
      if (!list) return fail(list.error());
      config_.site.fallback[entry.first.as<std::string>()] = std::move(*list);
    }
    return {};
  }

  Result<void> read_notice(const YAML::Node& node) {
    auto text = local_text(node, "site.notice");
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

  // One text for all languages, or one for each.
  Result<LocalText> local_text(const YAML::Node& node, const std::string& key) const {
    LocalText text;
    if (node.IsScalar()) text[""] = node.as<std::string>();
    if (node.IsScalar() || node.IsNull()) return text;
    if (!node.IsMap())
      return wrong(node, "`" + key + "`: expected a text, or texts by language",
                   "{en: Shop, ro: Magazin}");
    for (const auto& entry : node) {
      auto list = values(entry.second, key, kOne);
      if (!list) return fail(list.error());
      text[entry.first.as<std::string>()] = list->front();
    }
    return text;
  }

  Result<void> read_links(const YAML::Node& node, const std::string& key,
                          std::vector<SiteLink>& links) const {
    constexpr const char* kForm = "- {text: Shop, url: https://shop.example.com}";
    links.clear();
    if (node.IsNull()) return {};
    if (!node.IsSequence()) return wrong(node, "`" + key + "`: expected a list", kForm);
    for (const auto& item : node) {
      if (!item.IsMap()) return wrong(item, "`" + key + "`: expected text and url", kForm);
      SiteLink link;
      for (const auto& entry : item) {
        const auto part = entry.first.as<std::string>();
        if (part == "text") {
          auto text = local_text(entry.second, key + ".text");
          if (!text) return fail(text.error());
          link.text = std::move(*text);
        } else if (part == "url") {
          link.url = entry.second.IsScalar() ? entry.second.as<std::string>() : std::string();
        } else {
          return wrong(entry.first, "unknown key `" + key + "." + part + "`",
                       nearest(part, {"text", "url"}));
        }
      }
      if (link.text.empty()) return wrong(item, "`" + key + "`: a link without `text`", kForm);
      if (!is_link(link.url))
        return wrong(item, "`" + key + "`: `url` is no address: '" + link.url + "'",
                     "https://…, mailto:… or a path such as /en/");
      links.push_back(std::move(link));
    }
    return {};
  }

  Result<void> read_sources(const YAML::Node& node) {
    if (!node.IsSequence())
      return wrong(node, "`sources`: expected a list",
                   "- {kind: articles, path: content/articles}");
    config_.sources.clear();
    for (const auto& item : node) {
      auto source = read_source(item);
      if (!source) return fail(source.error());
      config_.sources.push_back(std::move(*source));
    }
    return {};
  }

  Result<SourceConfig> read_source(const YAML::Node& node) const {
    if (!node.IsMap()) return wrong(node, "a source: expected kind, path and layout");
    SourceConfig source;
    for (const auto& entry : node) {
      const auto key = entry.first.as<std::string>();
      auto list = values(entry.second, "sources." + key, key == "layout" ? kList : kOne);
      if (!list) return fail(list.error());
      if (key == "kind") {
        if (list->front() == "articles")
          source.kind = SourceKind::articles;
        else if (list->front() == "answers")
          source.kind = SourceKind::answers;
        else if (list->front() == "tickets")
          source.kind = SourceKind::tickets;
        else
          return wrong(entry.second, "unknown kind `" + list->front() + "`",
                       "known: articles, answers, tickets");
      } else if (key == "path") {
        source.path = list->front();
      } else if (key == "layout") {
        if (list->empty())
          return wrong(entry.second, "`sources.layout` is empty", "such as {lang}/{path}.md");
        for (const auto& pattern : *list)
          if (pattern.find("{path}") == std::string::npos)
            return wrong(entry.second, "layout `" + pattern + "` has no {path}",
                         "such as {lang}/{path}.md");
        source.layout = std::move(*list);
      } else if (key == "format") {
        source.format = list->front();
      } else {
        return wrong(entry.first, "unknown key `sources." + key + "`",
                     nearest(key, {"kind", "path", "layout", "format"}));
      }
    }
    if (source.path.empty()) return wrong(node, "a source without `path`");
    return source;
  }

  Config& config_;
  const std::filesystem::path& file_;
};

Result<void> apply_environment(Config& config, const Environment& environment) {
  for (const auto& setting : kSettings) {
    std::string name = "KB_" + std::string(setting.section) + "_" + std::string(setting.key);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto value = environment(name);
    if (!value) continue;
    Values list;
    if (setting.shape == kOne) {
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
  resolve(config.server.templates);
  resolve(config.site.logo);
  resolve(config.site.social_image);
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
  config.sources.push_back({SourceKind::articles, "content/articles", {"{lang}/{path}.md"}, {}});
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
  return parse_config(*yaml, file, environment);
}

}  // namespace kb

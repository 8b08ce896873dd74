#include "core/base/config_sources.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "core/base/nearest_key.h"

namespace kb {
namespace {

constexpr std::array<std::string_view, 6> kFormats = {"jsonl",    "csv",    "zendesk",
                                                      "chatwoot", "zammad", "mbox"};

Result<SourceKind> read_kind(const ConfigYaml& yaml, const YAML::Node& node) {
  const auto name = yaml.word(node, "sources.kind");
  if (!name) return fail(name.error());
  if (*name == "articles") return SourceKind::articles;
  if (*name == "answers") return SourceKind::answers;
  if (*name == "tickets") return SourceKind::tickets;
  return yaml.wrong(node, "unknown kind `" + *name + "`", "known: articles, answers, tickets");
}

Result<std::vector<std::string>> read_layout(const ConfigYaml& yaml, const YAML::Node& node) {
  auto list = yaml.values(node, "sources.layout", Setting::Shape::list);
  if (!list) return fail(list.error());
  if (list->empty())
    return yaml.wrong(node, "`sources.layout` is empty", "such as {lang}/{path}.md");
  for (const auto& pattern : *list)
    if (pattern.find("{path}") == std::string::npos)
      return yaml.wrong(node, "layout `" + pattern + "` has no {path}", "such as {lang}/{path}.md");
  return list;
}

Result<std::string> read_format(const ConfigYaml& yaml, const YAML::Node& node) {
  auto name = yaml.word(node, "sources.format");
  if (!name || name->empty()) return name;
  if (std::find(kFormats.begin(), kFormats.end(), *name) != kFormats.end()) return name;
  return yaml.wrong(node, "unknown format `" + *name + "`",
                    "known: jsonl, csv, zendesk, chatwoot, zammad, mbox");
}

// Moves what was read to its place; false, with the Error, where it could not be read.
template <class T>
Result<void> keep(Result<T> read, T& into) {
  if (!read) return fail(std::move(read.error()));
  into = std::move(*read);
  return {};
}

Result<void> read_source_key(const ConfigYaml& yaml, const std::string& key, const YAML::Node& name,
                             const YAML::Node& value, SourceConfig& source) {
  if (key == "kind") return keep(read_kind(yaml, value), source.kind);
  if (key == "layout") return keep(read_layout(yaml, value), source.layout);
  if (key == "format") return keep(read_format(yaml, value), source.format);
  if (key == "name") return keep(yaml.word(value, "sources.name"), source.name);
  if (key == "columns")
    return keep(yaml.words(value, "sources.columns", "{id: Ticket, question: Description}"),
                source.columns);
  if (key != "path")
    return yaml.wrong(name, "unknown key `sources." + key + "`",
                      nearest_key(key, {"kind", "path", "layout", "name", "format", "columns"}));
  const auto path = yaml.word(value, "sources.path");
  if (!path) return fail(path.error());
  source.path = *path;
  return {};
}

Result<SourceConfig> read_source(const ConfigYaml& yaml, const YAML::Node& node) {
  if (!node.IsMap()) return yaml.wrong(node, "a source: expected kind, path and layout");
  SourceConfig source;
  for (const auto& entry : node) {
    auto done =
        read_source_key(yaml, entry.first.as<std::string>(), entry.first, entry.second, source);
    if (!done) return fail(std::move(done.error()));
  }
  if (source.path.empty()) return yaml.wrong(node, "a source without `path`");
  return source;
}

}  // namespace

Result<std::vector<SourceConfig>> read_sources(const ConfigYaml& yaml, const YAML::Node& node) {
  if (!node.IsSequence())
    return yaml.wrong(node, "`sources`: expected a list",
                      "- {kind: articles, path: content/articles}");
  std::vector<SourceConfig> sources;
  for (const auto& item : node) {
    auto source = read_source(yaml, item);
    if (!source) return fail(source.error());
    sources.push_back(std::move(*source));
  }
  return sources;
}

}  // namespace kb

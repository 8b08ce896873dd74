#include "core/index/manifest.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/index/xapian_seam.h"

namespace kb::index {
namespace {

using nlohmann::json;
using ByLanguage = std::map<std::string, std::string>;

json to_json_value(const DatabaseEntry& entry) {
  return {{"lang", entry.name.lang},
          {"audience", part_name(entry.name)},
          {"articles", entry.facts.articles},
          {"sections", entry.facts.sections},
          {"words", entry.facts.words}};
}

DatabaseEntry database_entry(const json& value) {
  DatabaseEntry entry;
  entry.name.lang = value.at("lang").get<std::string>();
  const auto part = value.at("audience").get<std::string>();
  if (part == kTicketsPart) entry.name = tickets_of(entry.name.lang);
  for (const auto audience : kAudiences)
    if (part == part_name(audience)) entry.name.audience = audience;
  entry.facts.articles = value.at("articles").get<std::uint64_t>();
  entry.facts.sections = value.at("sections").get<std::uint64_t>();
  entry.facts.words = value.at("words").get<std::uint64_t>();
  return entry;
}

Category category(const json& value) {
  Category category;
  category.key = value.at("key").get<std::string>();
  category.order = value.at("order").get<int>();
  category.icon = value.at("icon").get<std::string>();
  category.name = value.at("name").get<ByLanguage>();
  category.description = value.at("description").get<ByLanguage>();
  return category;
}

json to_json_value(const Category& category) {
  return {{"key", category.key},
          {"order", category.order},
          {"icon", category.icon},
          {"name", category.name},
          {"description", category.description}};
}

json to_json_value(const AppliesToAxis& axis) {
  json values = json::array();
  for (const auto& value : axis.values)
    values.push_back({{"key", value.key}, {"name", value.name}});
  return {{"key", axis.key}, {"name", axis.name}, {"values", std::move(values)}};
}

AppliesToAxis axis(const json& value) {
  AppliesToAxis axis;
  axis.key = value.at("key").get<std::string>();
  axis.name = value.at("name").get<ByLanguage>();
  for (const auto& each : value.at("values"))
    axis.values.push_back({each.at("key").get<std::string>(), each.at("name").get<ByLanguage>()});
  return axis;
}

}  // namespace

std::string Manifest::to_json() const {
  json value = {{"schema", schema},       {"settings", settings}, {"analysis", analysis},
                {"libraries", libraries}, {"content", content},   {"created", iso_time(created)}};
  value["next_change"] = next_change ? json(iso_time(*next_change)) : json(nullptr);
  value["tickets_mark"] = tickets_mark;
  value["databases"] = json::array();
  for (const auto& entry : databases) value["databases"].push_back(to_json_value(entry));
  value["categories"] = json::array();
  for (const auto& category : categories) value["categories"].push_back(to_json_value(category));
  value["applies_to"] = json::array();
  for (const auto& axis : applies_to) value["applies_to"].push_back(to_json_value(axis));
  // A category's key may come from a folder whose name is no UTF-8.
  return value.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<Manifest> Manifest::parse(std::string_view text) {
  try {
    const json value = json::parse(text);
    Manifest manifest;
    manifest.schema = value.at("schema").get<int>();
    if (manifest.schema != kSchemaVersion)
      return fail("the index has schema " + std::to_string(manifest.schema) +
                      ", this program reads " + std::to_string(kSchemaVersion),
                  {}, "rebuild it with kb-index build --full");
    manifest.settings = value.at("settings").get<std::string>();
    manifest.analysis = value.at("analysis").get<std::map<std::string, std::string>>();
    manifest.libraries = value.at("libraries").get<std::map<std::string, std::string>>();
    manifest.content = value.at("content").get<std::string>();
    const auto created = parse_time(value.at("created").get<std::string>());
    if (!created) return fail(created.error());
    manifest.created = *created;
    if (!value.at("next_change").is_null()) {
      const auto next = parse_time(value.at("next_change").get<std::string>());
      if (!next) return fail(next.error());
      manifest.next_change = *next;
    }
    manifest.tickets_mark = value.value("tickets_mark", std::uint64_t{0});
    for (const auto& entry : value.at("databases")) {
      manifest.databases.push_back(database_entry(entry));
      // Whom it is for must never be guessed.
      if (part_name(manifest.databases.back().name) != entry.at("audience").get<std::string>())
        return fail("the manifest names a database for nobody known", {},
                    "rebuild it with kb-index build --full");
    }
    for (const auto& entry : value.at("categories")) manifest.categories.push_back(category(entry));
    for (const auto& entry : value.at("applies_to")) manifest.applies_to.push_back(axis(entry));
    return manifest;
  } catch (const json::exception& problem) {
    return fail(std::string("the manifest is damaged: ") + problem.what(), {},
                "rebuild it with kb-index build --full");
  }
}

std::map<std::string, std::string> library_versions() {
  return {{"xapian", Xapian::version_string()}};
}

}  // namespace kb::index

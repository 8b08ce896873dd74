#include "tests/server/json_schema.h"

#include <regex.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace kb {
namespace {

using nlohmann::json;

bool is_type(const std::string& type, const json& value) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

bool is_any_type(const json& types, const json& value) {
  if (types.is_string()) return is_type(types, value);
  return std::any_of(types.begin(), types.end(),
                     [&](const json& type) { return is_type(type, value); });
}

// POSIX's: std::regex does not compile without warnings under GCC 12's sanitizers.
bool matches(const std::string& pattern, const std::string& text) {
  regex_t compiled;
  if (::regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB) != 0) return false;
  const bool found = ::regexec(&compiled, text.c_str(), 0, nullptr, 0) == 0;
  ::regfree(&compiled);
  return found;
}

bool keeps_limit(const std::string& keyword, const json& limit, const json& value) {
  if (keyword == "const") return value == limit;
  if (keyword == "enum") return std::find(limit.begin(), limit.end(), value) != limit.end();
  if (keyword == "minimum") return value.get<double>() >= limit.get<double>();
  if (keyword == "maximum") return value.get<double>() <= limit.get<double>();
  if (keyword == "minLength") return value.get<std::string>().size() >= limit;
  if (keyword == "maxItems") return value.size() <= limit;
  return matches(limit.get<std::string>(), value.get<std::string>());
}

// A limit of strings says nothing of null, and so on.
bool concerns(const std::string& keyword, const json& value) {
  if (keyword == "minimum" || keyword == "maximum") return value.is_number();
  if (keyword == "minLength" || keyword == "pattern") return value.is_string();
  return keyword != "maxItems" || value.is_array();
}

std::string object_violations(const json& document, const json& schema, const json& value,
                              const std::string& place) {
  std::string found;
  for (const auto& name : schema.value("required", json::array()))
    if (!value.contains(name)) found += place + ": lacks " + name.get<std::string>() + "\n";
  const auto known = schema.value("properties", json::object());
  for (const auto& [name, member] : value.items()) {
    if (known.contains(name))
      found += schema_violations(document, known[name], member, place + "." + name);
    else if (schema.value("additionalProperties", true) == false)
      found += place + ": unknown " + name + "\n";
  }
  return found;
}

}  // namespace

std::string schema_violations(const json& document, const json& schema, const json& value,
                              const std::string& place) {
  static const std::set<std::string> limits = {"const",     "enum",     "minimum", "maximum",
                                               "minLength", "maxItems", "pattern"};
  static const std::set<std::string> others = {"description", "default",    "format",
                                               "required",    "properties", "additionalProperties"};
  std::string found;
  for (const auto& [keyword, wanted] : schema.items()) {
    if (keyword == "$ref") {
      const json::json_pointer target(wanted.get<std::string>().substr(1));
      found += schema_violations(document, document.at(target), value, place);
    } else if (keyword == "type") {
      if (!is_any_type(wanted, value)) return place + ": expected " + wanted.dump() + "\n";
    } else if (keyword == "oneOf") {
      const auto fitting = std::count_if(wanted.begin(), wanted.end(), [&](const json& option) {
        return schema_violations(document, option, value, place).empty();
      });
      if (fitting != 1) found += place + ": fits " + std::to_string(fitting) + " of oneOf\n";
    } else if (keyword == "items") {
      for (std::size_t i = 0; i < value.size(); ++i)
        found +=
            schema_violations(document, wanted, value[i], place + "[" + std::to_string(i) + "]");
    } else if (limits.contains(keyword)) {
      if (concerns(keyword, value) && !keeps_limit(keyword, wanted, value))
        found += place + ": breaks " + keyword + " " + wanted.dump() + "\n";
    } else if (!others.contains(keyword)) {
      found += place + ": the schema has an unknown keyword " + keyword + "\n";
    }
  }
  if (value.is_object()) found += object_violations(document, schema, value, place);
  return found;
}

}  // namespace kb

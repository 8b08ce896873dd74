#include "core/tickets/json_fields.h"

#include <nlohmann/json.hpp>

#include "core/tickets/ticket_time.h"

namespace kb::tickets {

using nlohmann::json;

const json* JsonFields::find(const char* name) const {
  if (!object_.is_object()) return nullptr;
  const auto found = object_.find(name);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

void JsonFields::wrong(const char* name, const std::string& what, std::string hint) {
  if (!problem_) problem_ = Error{"`" + std::string(name) + "` " + what, {}, std::move(hint)};
}

void JsonFields::adopt(const JsonFields& inner) {
  if (!problem_) problem_ = inner.problem_;
}

std::string JsonFields::text(const char* name) {
  const json* value = find(name);
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_number_integer()) return std::to_string(value->get<std::int64_t>());
  if (!value->is_primitive()) wrong(name, "is no text");
  return value->is_primitive() ? value->dump() : std::string();
}

std::string JsonFields::first_text(std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (std::string found = text(name); !found.empty()) return found;
  return {};
}

std::vector<std::string> JsonFields::texts(const char* name) {
  const json* value = find(name);
  if (value == nullptr) return {};
  if (value->is_string()) return {value->get<std::string>()};
  if (!value->is_array()) wrong(name, "is no list of words");
  std::vector<std::string> words;
  if (value->is_array())
    for (const auto& word : *value)
      if (word.is_string()) words.push_back(word.get<std::string>());
  return words;
}

std::optional<Time> JsonFields::time(const char* name) {
  const json* value = find(name);
  if (value == nullptr || (value->is_string() && value->get_ref<const std::string&>().empty()))
    return std::nullopt;
  const auto read = value->is_string()   ? read_ticket_time(value->get_ref<const std::string&>())
                    : value->is_number() ? ticket_time_of(value->get<double>())
                                         : Result<Time>(fail("neither a text nor a number"));
  if (read) return *read;
  wrong(name, "is " + read.error().what, read.error().hint);
  return std::nullopt;
}

std::optional<std::int64_t> JsonFields::number(const char* name) {
  const json* value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_number_integer()) return value->get<std::int64_t>();
  if (value->is_number()) {
    const double number = value->get<double>();
    if (number > -1e15 && number < 1e15) return static_cast<std::int64_t>(number);
  }
  wrong(name, "is no number");
  return std::nullopt;
}

bool JsonFields::truth(const char* name, bool otherwise) {
  const json* value = find(name);
  if (value == nullptr) return otherwise;
  if (value->is_boolean()) return value->get<bool>();
  wrong(name, "is neither true nor false");
  return otherwise;
}

const json& JsonFields::object(const char* name) {
  static const json kNone = json::object();
  const json* value = find(name);
  return value != nullptr && value->is_object() ? *value : kNone;
}

const json& JsonFields::list(const char* name) {
  static const json kNone = json::array();
  const json* value = find(name);
  if (value == nullptr) return kNone;
  if (!value->is_array()) wrong(name, "is no list");
  return value->is_array() ? *value : kNone;
}

}  // namespace kb::tickets

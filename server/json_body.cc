#include "server/json_body.h"

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using nlohmann::json;

std::string quoted(std::string_view name) {
  return "`" + std::string(name) + "`";
}

}  // namespace

Result<JsonBody> JsonBody::parse(const http::Request& request) {
  auto object = std::make_shared<const json>(json::parse(request.body, nullptr, false));
  if (!object->is_object())
    return fail("the body is no JSON object", "", "send Content-Type: application/json");
  return JsonBody(std::move(object));
}

bool JsonBody::has(std::string_view name) const {
  return object_->contains(name);
}

Result<std::string> JsonBody::text(std::string_view name) const {
  const auto found = object_->find(name);
  if (found == object_->end() || found->is_null()) return std::string();
  if (!found->is_string()) return fail(quoted(name) + " must be a string");
  return found->get<std::string>();
}

Result<std::string> JsonBody::object(std::string_view name) const {
  const auto found = object_->find(name);
  if (found == object_->end() || found->is_null()) return std::string();
  if (!found->is_object()) return fail(quoted(name) + " must be an object");
  return found->dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<std::size_t> JsonBody::number(std::string_view name, std::size_t otherwise,
                                     NumberRange range) const {
  const auto found = object_->find(name);
  if (found == object_->end() || found->is_null()) return otherwise;
  if (found->is_number_unsigned()) {
    const auto number = found->get<std::size_t>();
    if (number >= range.low && number <= range.high) return number;
  }
  return fail(quoted(name) + " must be a whole number from " + std::to_string(range.low) + " to " +
              std::to_string(range.high));
}

}  // namespace kb

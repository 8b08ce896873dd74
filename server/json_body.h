// What a program sends: one JSON object, and its members.
//
//   auto body = JsonBody::parse(request);            // 400: "the body is no JSON object"
//   auto text = body->text("text");                  // "" where there is none
//   if (!text) return http::problem(400, to_line(text.error()) + ".");
//
// A member of another type is an Error that names it; others than are asked for are ignored. Never
// changes once read, so thread-safe.

#pragma once

#include <cstddef>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/http/message.h"
#include "server/number_parameter.h"

namespace kb {

class JsonBody {
 public:
  static Result<JsonBody> parse(const http::Request& request);

  bool has(std::string_view name) const;
  Result<std::string> text(std::string_view name) const;
  Result<std::string> object(std::string_view name) const;  // as JSON text
  Result<std::size_t> number(std::string_view name, std::size_t otherwise, NumberRange range) const;

 private:
  explicit JsonBody(std::shared_ptr<const nlohmann::json> object) : object_(std::move(object)) {}

  std::shared_ptr<const nlohmann::json> object_;
};

}  // namespace kb

// A whole number among a request's parameters.
//
//   const auto limit = number_parameter(request, "limit", 10, {1, 100});
//   if (!limit) return bad_number("limit", {1, 100});      // 400, and says what it must be
//
// Without the parameter it is the default; nothing where it is no such number. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/http/message.h"

namespace kb {

struct NumberRange {
  std::size_t low;
  std::size_t high;
};

std::optional<std::size_t> number_parameter(const http::Request& request, std::string_view name,
                                            std::size_t otherwise, NumberRange range);

http::Response bad_number(std::string_view name, NumberRange range);

}  // namespace kb

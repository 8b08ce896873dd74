#include "server/number_parameter.h"

#include <charconv>
#include <string>

namespace kb {

std::optional<std::size_t> number_parameter(const http::Request& request, std::string_view name,
                                            std::size_t otherwise, NumberRange range) {
  const auto text = request.param(name);
  if (text.empty()) return otherwise;
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < range.low ||
      value > range.high)
    return std::nullopt;
  return value;
}

http::Response bad_number(std::string_view name, NumberRange range) {
  return http::problem(400, "`" + std::string(name) + "` must be a whole number from " +
                                std::to_string(range.low) + " to " + std::to_string(range.high) +
                                ".");
}

}  // namespace kb

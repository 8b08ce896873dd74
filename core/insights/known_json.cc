#include "core/insights/known_json.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb::insights {

using nlohmann::ordered_json;

ordered_json known_json(const std::optional<double>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json known_json(const std::optional<std::int64_t>& value) {
  return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json known_json(const std::optional<Interval>& interval) {
  return interval ? ordered_json::array({interval->low, interval->high}) : ordered_json(nullptr);
}

ordered_json known_json(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json period_json(const Period& period) {
  return {{"from", iso_date(period.from)}, {"to", iso_date(period.until - kDay)}};
}

}  // namespace kb::insights

// Values of reports as JSON: what is not known is null, never 0.
//
//   known_json(std::optional<double>())          // null
//   known_json(std::optional<double>(0.25))      // 0.25
//   known_json(share.interval())                 // [0.21, 0.29]
//   known_json(report.lang)                      // "pl", or null where it is empty
//   period_json(report.period)                   // {"from": "2026-06-01", "to": "2026-06-28"}
//
// Pure, thread-safe.

#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/insights/period.h"
#include "core/insights/share.h"

namespace kb::insights {

nlohmann::ordered_json known_json(const std::optional<double>& value);
nlohmann::ordered_json known_json(const std::optional<std::int64_t>& value);
nlohmann::ordered_json known_json(const std::optional<Interval>& interval);
nlohmann::ordered_json known_json(const std::string& text);

nlohmann::ordered_json period_json(const Period& period);  // by its first day and its last

}  // namespace kb::insights

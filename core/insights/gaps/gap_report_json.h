// Gaps as JSON; docs/insights.md explains the members.
//
//   std::string json = to_json(*finder.report(…));
//   nlohmann::ordered_json one = gap_json(gap);         // who knows more of it adds members
//
// What is not known is null, never 0; shares stand beside their counts. Only texts that may be
// shown are told. Pure, thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/insights/gaps/gap.h"

namespace kb::insights {

nlohmann::ordered_json gap_json(const FoundGap& gap);
nlohmann::ordered_json share_json(const Share& share);  // count, of, rate, interval
// All but the gaps themselves: the period, what it costs, notes.
nlohmann::ordered_json gap_report_head_json(const GapReport& report);

std::string to_json(const GapReport& report);

}  // namespace kb::insights

// A gap as the API tells it: what the store keeps of it, and what was found last.
//
//   kept_gap_json({&kept, found}, url)["state"]             // "in_progress"
//   kept_gap_json(…)["found"]["diagnosis"]                  // "missing"; found: null where it was
//   not gap_changes_json(history)[0]["what"]                    // "comment"
//
// What is not known is null. Pure, thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "server/gaps/gap_list.h"

namespace kb {

nlohmann::ordered_json kept_gap_json(const ListedGap& gap, const std::string& url);
nlohmann::ordered_json gap_changes_json(const std::vector<store::GapChange>& history);

// The list as a table: a row a gap.
std::string kept_gaps_csv(const std::vector<ListedGap>& gaps);

}  // namespace kb

// /writer/targets: what a team wants its figures to be by a day, set, watched and closed.
//
//   if (rest == "targets") return answer_targets(staff);      // writer_answer.cc; GET and POST
//
// What is wrong with the form stands beside its fields (422), and nothing typed is lost.
// Thread-safe.

#pragma once

#include "server/page/target_lines.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_targets(const StaffRequest& staff);

// For other pages; with `within_days`, only those that end so soon, or have ended. None, should the
// days not be known.
Result<page::TargetsSummary> targets_summary(const StaffRequest& staff,
                                             std::optional<std::int64_t> within_days = {});

}  // namespace kb

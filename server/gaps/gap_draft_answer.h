// /writer/gaps/12/draft: the beginning of an article for a gap, to look at, change, take away, or
// put where the team writes.
//
//   if (page == "draft") return answer_gap_draft(staff, gap_id);
//
// A POST with `do=download` sends it as a file; with `do=write` it goes into the folder or onto the
// git branch that kb.yaml names, the gap is then in progress and its history says where the draft
// is. What was typed is kept where that fails. Thread-safe.

#pragma once

#include <cstdint>

#include "server/staff_request.h"

namespace kb {

http::Response answer_gap_draft(const StaffRequest& staff, std::int64_t id);

}  // namespace kb

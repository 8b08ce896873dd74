// /writer/gaps/12/replay: whether the drafts close the gap, tried before they are published.
//
//   if (page == "replay") return answer_replay(staff, gap_id);
//
// A POST starts it; the page shows that it runs and, renewed by itself, what came of it: searches
// that are answered then, those that stay open, and those that get worse, each with the results
// before and after. Thread-safe.

#pragma once

#include <cstdint>

#include "server/staff_request.h"

namespace kb {

http::Response answer_replay(const StaffRequest& staff, std::int64_t id);

}  // namespace kb

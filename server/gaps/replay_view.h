// What `kb-index replay --json` printed, as its page shows it.
//
//   auto view = read_replay(status.report, urls);
//   view->gaps[0].is_closed, view->worse[0].before[0].title
//
// Text that is no such report is an Error. Pure, thread-safe.

#pragma once

#include <string_view>

#include "core/base/result.h"
#include "server/page/replay_page.h"

namespace kb {

Result<page::ReplayView> read_replay(std::string_view json);

}  // namespace kb

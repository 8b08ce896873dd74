// Gaps as a person reads them in a terminal: the table, and the first ones in detail.
//
//   std::fputs(to_text(*finder.report(…)).c_str(), stdout);
//
// "–" is what is not known; long lists are cut, and say by how much. Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/gaps/gap.h"

namespace kb::insights {

std::string to_text(const GapReport& report);

}  // namespace kb::insights

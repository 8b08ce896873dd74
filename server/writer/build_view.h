// How publishing goes, as the writers' pages show it.
//
//   page.build = build_view(staff.center);      // idle where nothing publishes
//
// Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/page/review_parts.h"

namespace kb {

page::BuildView build_view(const HelpCenter& center);

}  // namespace kb

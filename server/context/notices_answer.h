// /writer/notices: what is pinned to the home page and shown in the widget.
//
//   GET                 the list, topics on the rise, a form; ?gap=7 begins it for that gap
//   POST do=add         a notice; 422 with the form as it was typed where it cannot be
//   POST do=remove      takes one away
//
// Both changes are in the audit log. Who may ask is decided before. Thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "core/index/generation.h"
#include "server/staff_request.h"

namespace kb {

inline constexpr std::string_view kNoticesPath = "/writer/notices";

http::Response answer_notices(const StaffRequest& staff);

// "pl/delivery/late" of what a writer gives for an article: that, or an address of the help center,
// with or without host and base path. "" where no article for customers is there.
std::string notice_article(const index::Generation& generation, std::string_view base_path,
                           std::string_view typed, Time now);

}  // namespace kb

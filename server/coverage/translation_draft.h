// /writer/translations/draft?id=billing/refund&from=en&lang=pl: a translation to start from, as a
// Markdown file to download.
//
//   if (rest == "translations/draft") return answer_translation_draft(staff);
//
// The original's front matter and text, with `draft: true` and the revision that it is made from.
// 404 where customers cannot read the original. Thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "server/staff_request.h"

namespace kb {

inline constexpr std::string_view kTranslationsPath = "/writer/translations";

http::Response answer_translation_draft(const StaffRequest& staff);

// "/writer/translations/draft?id=billing%2Frefund&from=en&lang=pl"
std::string translation_draft_path(std::string_view from, std::string_view id,
                                   std::string_view lang);

}  // namespace kb

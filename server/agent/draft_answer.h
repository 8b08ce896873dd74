// "Draft an article": from what stands in the console's box, or from a ticket.
//
//   if (what.starts_with("draft")) return answer_draft(staff, search, ticket);
//
// `do=draft` shows it, `do=draft_file` sends it as a file. Title and keywords are the customer's
// words, the category is what similar tickets are about, question and answers are redacted. Nothing
// is kept. Thread-safe.

#pragma once

#include <optional>

#include "core/article/ticket.h"
#include "server/agent/console_search.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_draft(const StaffRequest& staff, const ConsoleSearch& search,
                            const std::optional<Ticket>& ticket);

}  // namespace kb

// Which articles agents linked in which tickets, as they said so themselves. (What imported replies
// link to stands in the tickets: Ticket::links.)
//
//   add_agent_link(sql, {.source = "zendesk", .ticket = "1042", .lang = "pl",
//                        .article = "billing/refund", .anchor = "how-long", .who = "ana",
//                        .at = clock.now()});                       // false: it was known
//   for (const auto& link : *links_of_ticket(sql, "zendesk", "1042")) …
//
// An article is linked in a ticket once; of several sections, the last counts. The ticket need not
// be imported yet. Functions on a transaction: Sql decides the thread.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct AgentLink {
  std::string source = {};  // the helpdesk; may be empty
  std::string ticket = {};
  std::string lang = {};
  std::string article = {};  // its id
  std::string anchor = {};   // may be empty
  std::string who = {};
  Time at = {};

  bool operator==(const AgentLink&) const = default;
};

Result<bool> add_agent_link(Sql& sql, const AgentLink& link);
Result<std::vector<AgentLink>> links_of_ticket(Sql& sql, std::string_view source,
                                               std::string_view ticket);  // the oldest first

}  // namespace kb::store

// A ticket as a row of the table `tickets`, and back; lists and maps are JSON there.
//
//   const auto values = ticket_values(ticket);       // all columns but the last two
//   fingerprint(values)                              // the column `content`
//   ticket_of(row)                                   // of SELECT kTicketColumns FROM tickets
//
// Pure, thread-safe. A row that this program did not write may be unreadable: an Error naming it.

#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/article/ticket.h"
#include "core/store/sql.h"

namespace kb::store {

inline constexpr std::size_t kTicketColumnCount = 26;

// `change` stands last, after those of the ticket itself.
inline constexpr std::string_view kTicketColumns =
    "source, id, lang, type, status, subject, question, answer, topic, tags, created, "
    "first_response, solved, waited_agent, waited_customer, waited_other, replies, channel, team, "
    "customer, plan, renews, churned, satisfaction, redacted, links, change";

std::array<Value, kTicketColumnCount> ticket_values(const Ticket& ticket);
std::string fingerprint(std::span<const Value> ticket_values);
Result<Ticket> ticket_of(const Row& row);

}  // namespace kb::store

// The ticket that an agent has open, where the store knows it, and what it asks.
//
//   auto ticket = asked_ticket(staff.store, question.ticket);
//   if (ticket && *ticket) (*ticket)->question
//
// Nothing where no ticket is named or the store has none of that name. Thread-safe.

#pragma once

#include <optional>

#include "core/article/ticket.h"
#include "core/store/store.h"
#include "server/agent/ticket_reference.h"

namespace kb {

Result<std::optional<Ticket>> asked_ticket(const store::Store& store,
                                           const std::optional<TicketReference>& reference);

}  // namespace kb

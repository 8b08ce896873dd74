// The ticket that an agent has open, where the store knows it, and what it asks.
//
//   auto ticket = asked_ticket(staff.store, question.ticket);
//   if (ticket && *ticket) (*ticket)->question
//   auto contact = asked_contact_ticket(staff.store, question.ticket);   // "contact/1042"
//   if (contact && *contact) (*contact)->trail
//
// Imported tickets are redacted; those of the contact form stand as the customer wrote them, for
// whoever answers. Nothing where no ticket is named or the store has none of that name.
// Thread-safe.

#pragma once

#include <optional>

#include "core/article/ticket.h"
#include "core/store/contact_tickets.h"
#include "core/store/store.h"
#include "server/agent/ticket_reference.h"

namespace kb {

Result<std::optional<Ticket>> asked_ticket(const store::Store& store,
                                           const std::optional<TicketReference>& reference);

Result<std::optional<store::ContactTicket>> asked_contact_ticket(
    const store::Store& store, const std::optional<TicketReference>& reference);

// The number of a ticket of the contact form; nothing of another source.
std::optional<std::int64_t> contact_number(const TicketReference& reference);

}  // namespace kb

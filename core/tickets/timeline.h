// When a ticket was created, first answered and solved, and with whom it lay meanwhile.
//
//   Result<Timeline> times = timeline_of(raw, TicketStatus::solved, now);
//   times->waited.agent        // seconds that the customer waited for an agent
//
// What the helpdesk does not say, the messages' times do: the turn is the agents' after a
// customer's message, the customer's after a reply. Fails, naming the field, where a ticket has no
// creation date, a date in the future, or one before its creation. Pure, thread-safe.

#pragma once

#include <optional>

#include "core/base/result.h"
#include "core/tickets/raw_ticket.h"

namespace kb::tickets {

struct Timeline {
  Time created;
  std::optional<Time> first_response;
  std::optional<Time> solved;
  TicketStages waited;
};

Result<Timeline> timeline_of(const RawTicket& raw, TicketStatus status, Time now);

}  // namespace kb::tickets

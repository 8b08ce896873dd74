#include "server/agent/asked_ticket.h"

#include "core/store/ticket_table.h"

namespace kb {

Result<std::optional<Ticket>> asked_ticket(const store::Store& store,
                                           const std::optional<TicketReference>& reference) {
  if (!reference) return std::nullopt;
  return store.read(
      [&](store::Sql& sql) { return store::find_ticket(sql, reference->source, reference->id); });
}

}  // namespace kb

#include "server/agent/asked_ticket.h"

#include <charconv>

#include "core/store/ticket_table.h"

namespace kb {
namespace {

Ticket as_ticket(const store::ContactTicket& contact) {
  Ticket ticket;
  ticket.source = kContactSource;
  ticket.id = std::to_string(contact.number);
  ticket.lang = contact.lang;
  ticket.status = contact.closed ? TicketStatus::solved : TicketStatus::open;
  ticket.subject = contact.subject;
  ticket.question = contact.description;
  ticket.topic = contact.category;
  ticket.created = contact.created;
  ticket.solved = contact.closed;
  return ticket;
}

}  // namespace

std::optional<std::int64_t> contact_number(const TicketReference& reference) {
  if (reference.source != kContactSource) return std::nullopt;
  std::int64_t number = 0;
  const auto* end = reference.id.data() + reference.id.size();
  const auto [read_to, error] = std::from_chars(reference.id.data(), end, number);
  if (error != std::errc{} || read_to != end) return std::nullopt;
  return number;
}

Result<std::optional<store::ContactTicket>> asked_contact_ticket(
    const store::Store& store, const std::optional<TicketReference>& reference) {
  const auto number = reference ? contact_number(*reference) : std::nullopt;
  if (!number) return std::nullopt;
  return store.read([&](store::Sql& sql) { return store::find_contact_ticket(sql, *number); });
}

Result<std::optional<Ticket>> asked_ticket(const store::Store& store,
                                           const std::optional<TicketReference>& reference) {
  if (!reference) return std::nullopt;
  const auto contact = asked_contact_ticket(store, reference);
  if (!contact) return fail(contact.error());
  if (*contact) return as_ticket(**contact);
  return store.read(
      [&](store::Sql& sql) { return store::find_ticket(sql, reference->source, reference->id); });
}

}  // namespace kb

#include "core/store/contact_tickets.h"

#include <array>

namespace kb::store {
namespace {

constexpr std::array<std::string_view, 3> kContactStates = {"open", "solved", "answered"};
constexpr int kFirstNumber = 1001;

std::string select_tickets(std::string_view which) {
  return "SELECT number, token_hash, send_key, form, state, lang, category, channel, subject, "
         "description, email, customer, page, trail, visitor, created, closed, erased "
         "FROM contact_tickets " +
         std::string(which);
}

ContactState state_of(std::string_view name) {
  for (std::size_t i = 0; i < kContactStates.size(); ++i)
    if (kContactStates[i] == name) return static_cast<ContactState>(i);
  return ContactState::open;
}

ContactTicket contact_ticket_of(const Row& row) {
  return {.number = row.integer(0),
          .token_hash = row.text(1),
          .send_key = row.text(2),
          .form = row.text(3),
          .state = state_of(row.text(4)),
          .lang = row.text(5),
          .category = row.text(6),
          .channel = row.text(7),
          .subject = row.text(8),
          .description = row.text(9),
          .email = row.text(10),
          .customer = row.text(11),
          .page = row.text(12),
          .trail = row.text(13),
          .visitor = row.integer(14),
          .created = row.time(15),
          .closed = row.maybe_time(16),
          .erased = row.maybe_time(17)};
}

Result<std::optional<ContactTicket>> maybe_ticket(const Result<std::optional<Row>>& row) {
  if (!row) return fail(row.error());
  return *row ? std::optional(contact_ticket_of(**row)) : std::nullopt;
}

// Counted apart from the tickets: no number is given out twice, whatever becomes of the ticket.
Result<std::int64_t> next_number(Sql& sql) {
  const auto row = sql.one(
      "INSERT INTO counters (name, value) VALUES ('contact tickets', $1) "
      "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value",
      {kFirstNumber});
  if (!row) return fail(row.error());
  return (*row)->integer(0);
}

}  // namespace

std::string_view contact_state_name(ContactState state) {
  return kContactStates.at(static_cast<std::size_t>(state));
}

Result<PutContact> put_contact_ticket(Sql& sql, const ContactTicket& ticket) {
  const auto sent = find_contact_ticket_by_send_key(sql, ticket.send_key);
  if (!sent) return fail(sent.error());
  if (*sent) return PutContact{(*sent)->number, false};
  const auto number = next_number(sql);
  if (!number) return fail(number.error());
  const auto added = sql.change(
      "INSERT INTO contact_tickets (number, token_hash, send_key, form, state, lang, category, "
      "channel, subject, description, email, customer, page, trail, visitor, created, closed, "
      "erased) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, "
      "$18)",
      {*number, ticket.token_hash, ticket.send_key, ticket.form, contact_state_name(ticket.state),
       ticket.lang, ticket.category, ticket.channel, ticket.subject, ticket.description,
       ticket.email, ticket.customer, ticket.page, ticket.trail, ticket.visitor, ticket.created,
       ticket.closed, ticket.erased});
  if (!added) return fail(added.error());
  return PutContact{*number, true};
}

Result<std::optional<ContactTicket>> find_contact_ticket(Sql& sql, std::int64_t number) {
  return maybe_ticket(sql.one(select_tickets("WHERE number = $1"), {number}));
}

Result<std::optional<ContactTicket>> find_contact_ticket_by_token(Sql& sql,
                                                                  std::string_view token_hash) {
  return maybe_ticket(sql.one(select_tickets("WHERE token_hash = $1"), {token_hash}));
}

Result<std::optional<ContactTicket>> find_contact_ticket_by_send_key(Sql& sql,
                                                                     std::string_view send_key) {
  return maybe_ticket(sql.one(select_tickets("WHERE send_key = $1"), {send_key}));
}

Result<std::vector<ContactTicket>> contact_tickets_of(Sql& sql, std::string_view customer) {
  if (customer.empty()) return std::vector<ContactTicket>();
  return sql.list(select_tickets("WHERE customer = $1 ORDER BY number"), {customer},
                  contact_ticket_of);
}

Result<std::vector<ContactTicket>> newest_contact_tickets(Sql& sql, int limit) {
  return sql.list(select_tickets("ORDER BY number DESC LIMIT $1"), {limit}, contact_ticket_of);
}

Result<bool> close_contact_ticket(Sql& sql, std::int64_t number, ContactState state, Time now) {
  const auto changed = sql.change(
      "UPDATE contact_tickets SET state = $2, closed = $3 WHERE number = $1 AND closed IS NULL",
      {number, contact_state_name(state), now});
  if (!changed) return fail(changed.error());
  return *changed > 0;
}

Result<std::int64_t> erase_contact_texts(Sql& sql, Time before, Time now) {
  // What was sent out, or could not be, holds the same texts.
  auto sent = sql.change(
      "DELETE FROM deliveries WHERE state <> 'waiting' AND ticket IN (SELECT number "
      "FROM contact_tickets WHERE erased IS NULL AND COALESCE(closed, created) < $1)",
      {before});
  if (!sent) return sent;
  return sql.change(
      "UPDATE contact_tickets SET subject = '', description = '', email = '', trail = '', "
      "erased = $2 WHERE erased IS NULL AND COALESCE(closed, created) < $1 AND NOT EXISTS "
      "(SELECT 1 FROM deliveries WHERE deliveries.ticket = contact_tickets.number)",
      {before, now});
}

Result<std::int64_t> erase_contact_texts_of(Sql& sql, std::string_view customer, Time now) {
  if (customer.empty()) return 0;
  auto unsent = sql.change(
      "DELETE FROM deliveries WHERE ticket IN (SELECT number FROM contact_tickets "
      "WHERE customer = $1)",
      {customer});
  if (!unsent) return unsent;
  return sql.change(
      "UPDATE contact_tickets SET subject = '', description = '', email = '', customer = '', "
      "page = '', trail = '', visitor = 0, erased = COALESCE(erased, $2) WHERE customer = $1",
      {customer, now});
}

}  // namespace kb::store

#include "core/insights/period_tickets.h"

#include "core/store/reviews.h"
#include "core/store/ticket_names.h"

namespace kb::insights {

// A ticket of the contact form comes back from the helpdesk with the same hash of the same address:
// UNION takes both for one customer.
Result<std::int64_t> count_customers(store::Sql& sql, const Period& period,
                                     const std::string& lang) {
  const auto row = sql.one(
      "SELECT COUNT(*) FROM ("
      "SELECT customer FROM tickets WHERE created >= $1 AND created < $2 AND customer <> '' "
      "AND ($3 = '' OR lang = $3) AND type NOT IN ($4, $5) "
      "UNION "
      "SELECT customer FROM contact_tickets WHERE created >= $1 AND created < $2 "
      "AND customer <> '' AND ($3 = '' OR lang = $3)) AS known",
      {period.from, period.until, lang, store::ticket_type_name(TicketType::spam),
       store::ticket_type_name(TicketType::misrouted)});
  if (!row) return fail(row.error());
  return *row ? (*row)->integer(0) : 0;
}

// As link_use.h counts.
Result<Share> share_linked(store::Sql& sql, const Period& period, const std::string& lang) {
  const auto row = sql.one(
      "SELECT COUNT(*), COALESCE(SUM(CASE WHEN t.links <> '[]' "
      "OR EXISTS (SELECT 1 FROM ticket_links l WHERE l.source = t.source AND l.ticket = t.id) "
      "OR EXISTS (SELECT 1 FROM reviews r WHERE r.source = t.source AND r.ticket = t.id "
      "AND r.state IN ($4, $5)) THEN 1 ELSE 0 END), 0) "
      "FROM tickets t WHERE t.solved >= $1 AND t.solved < $2 AND ($3 = '' OR t.lang = $3) "
      "AND t.type NOT IN ($6, $7, $8)",
      {period.from, period.until, lang, store::review_state_name(store::ReviewState::approved),
       store::review_state_name(store::ReviewState::merged),
       store::ticket_type_name(TicketType::spam), store::ticket_type_name(TicketType::misrouted),
       store::ticket_type_name(TicketType::merged)});
  if (!row) return fail(row.error());
  if (!*row) return Share();
  return Share{(*row)->integer(1), (*row)->integer(0)};
}

}  // namespace kb::insights

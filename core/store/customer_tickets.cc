#include "core/store/customer_tickets.h"

#include "core/store/ticket_row.h"
#include "core/store/ticket_table.h"

namespace kb::store {

Result<void> each_ticket_of(Sql& sql, std::string_view customer,
                            const std::function<Result<void>(const Ticket&)>& visit) {
  static const std::string statement =
      "SELECT " + std::string(kTicketColumns) +
      " FROM tickets WHERE customer = $1 AND customer <> '' ORDER BY created, source, id";
  return sql.each(statement, {customer}, [&](const Row& row) -> Result<void> {
    const auto ticket = ticket_of(row);
    if (!ticket) return fail(ticket.error());
    return visit(*ticket);
  });
}

Result<std::int64_t> forget_ticket_customer(Sql& sql, std::string_view customer) {
  if (customer.empty()) return 0;
  const auto row = sql.one("SELECT 1 FROM tickets WHERE customer = $1 LIMIT 1", {customer});
  if (!row) return fail(row.error());
  if (!*row) return 0;
  const auto change = next_ticket_change(sql);
  if (!change) return fail(change.error());
  return sql.change("UPDATE tickets SET customer = '', change = $2 WHERE customer = $1",
                    {customer, *change});
}

}  // namespace kb::store

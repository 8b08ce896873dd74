// Resolved tickets of one customer, and how a customer is forgotten.
//
//   each_ticket_of(sql, customer, visit)       // customer: the keyed hash (ticket_key)
//   forget_ticket_customer(sql, customer)      // the tickets stay, tied to nobody
//
// Reads all tickets: for the rare wish of a customer. To be forgotten is a change of a ticket
// (ticket_table.h): whoever keeps figures of it reads it again. Functions on a transaction: Sql
// decides the thread.

#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "core/article/ticket.h"
#include "core/store/sql.h"

namespace kb::store {

Result<void> each_ticket_of(Sql& sql, std::string_view customer,
                            const std::function<Result<void>(const Ticket&)>& visit);
Result<std::int64_t> forget_ticket_customer(Sql& sql, std::string_view customer);

}  // namespace kb::store

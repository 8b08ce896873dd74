// The tickets of all helpdesks, and what changed since somebody looked.
//
//   put_tickets(sql, batch)                             // {.added = 480, .changed = 3, .same = 17}
//   each_ticket(sql, {.since_change = mark, .lang = "pl"},
//               [&](const Ticket& ticket, std::int64_t change) -> Result<void> { … return {}; });
//
// Every put_tickets() that changes something takes the next change number for all that it changed:
// a reader who has seen all up to number n asks for since_change = n. Functions on a transaction:
// Sql decides the thread. A ticket that is there with the same content is left alone.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/article/ticket.h"
#include "core/store/sql.h"

namespace kb::store {

struct PutCount {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;

  bool operator==(const PutCount&) const = default;
};

// What is not set does not select.
struct TicketSelection {
  std::int64_t since_change = 0;  // only what changed after it
  std::string source = {};
  std::string lang = {};
  std::optional<Time> from = {};   // created then or later
  std::optional<Time> until = {};  // created before
};

using EachTicket = std::function<Result<void>(const Ticket&, std::int64_t change)>;

// Of several with one source and id in a call, the last stays.
Result<PutCount> put_tickets(Sql& sql, std::span<const Ticket> tickets);

// In the order of (source, id), whatever was imported first; with since_change, of (change, source,
// id).
Result<void> each_ticket(Sql& sql, const TicketSelection& selection, const EachTicket& visit);
Result<std::optional<Ticket>> find_ticket(Sql& sql, std::string_view source, std::string_view id);
Result<std::int64_t> count_tickets(Sql& sql, const TicketSelection& selection = {});
Result<std::int64_t> latest_change(Sql& sql);  // 0: nothing was ever put
// For who changes tickets in another way: others who do wait until this transaction ends.
Result<std::int64_t> next_ticket_change(Sql& sql);

// The key for TicketCustomer::hash (keyed_hash, core/base/secrets.h); made at first use.
Result<std::string> ticket_key(Sql& sql);

}  // namespace kb::store

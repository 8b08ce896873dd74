// Reads from the store what the figures need of tickets: all of them once, then what changed.
//
//   TicketReader reader;
//   store.read([&](Sql& sql) { return reader.refresh(sql); });       // again: only what is new
//   report_tickets(reader.tickets(), wish)
//
// Links that agents noted and answers that writers published are brought together with their
// tickets. No texts are kept: some 350 bytes a ticket. For one thread (kept_tickets.h shares it);
// an Error is the store's, and what was read until then is read again the next time.

#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "core/base/result.h"
#include "core/insights/figure_ticket.h"
#include "core/insights/ticket_marks.h"
#include "core/store/sql.h"

namespace kb::insights {

class TicketReader {
 public:
  Result<void> refresh(store::Sql& sql);
  Result<bool> is_current(store::Sql& sql) const;

  const FigureTickets& tickets() const { return tickets_; }
  FigureTickets take() && { return std::move(tickets_); }

 private:
  Result<void> read_tickets(store::Sql& sql, std::int64_t since);
  Result<void> read_links(store::Sql& sql);
  Result<void> read_published(store::Sql& sql);

  FigureTickets tickets_;
  std::unordered_map<std::string, FigureTickets::Place> places_;  // by to_key(ticket)
  std::optional<TicketMarks> seen_;
};

Result<FigureTickets> read_figure_tickets(store::Sql& sql);  // once

}  // namespace kb::insights

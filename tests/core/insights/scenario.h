// Tickets for tests of figures, told by what matters.
//
//   Scenario s;
//   s.add("2026-03-02T09:00:00Z").first_response = at("2026-03-02T10:00:00Z");
//   volume_of(s.rows(), period("2026-03-02", "2026-03-08"))
//
// A ticket is an open question without an answer until told otherwise. 2 March 2026 is a Monday.
// For one test thread.

#pragma once

#include <deque>
#include <string>
#include <utility>

#include "core/article/ticket.h"
#include "core/base/date.h"
#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"

namespace kb::insights {

inline Time at(std::string_view text) {
  return parse_time(text).value();
}

// Both days are within.
inline Period period(std::string_view from, std::string_view to) {
  return {at(from), at(to) + kDay};
}

class Scenario {
 public:
  Ticket& add(std::string_view created) {
    Ticket& ticket = tickets_.emplace_back();
    ticket.source = "desk";
    ticket.id = std::to_string(tickets_.size());
    ticket.status = TicketStatus::open;
    ticket.created = at(created);
    return ticket;
  }

  // Answered once, and solved by it.
  Ticket& add_solved(std::string_view created, std::string_view solved) {
    Ticket& ticket = add(created);
    ticket.status = TicketStatus::solved;
    ticket.first_response = ticket.solved = at(solved);
    ticket.replies = 1;
    return ticket;
  }

  // Of the tickets as they are now; what was had before is no longer valid.
  const FigureTickets& figure_tickets() {
    figure_tickets_ = FigureTickets();
    for (const Ticket& ticket : tickets_) figure_tickets_.add(ticket);
    return figure_tickets_;
  }
  FigureTickets take() {
    figure_tickets();
    return std::move(figure_tickets_);
  }
  TicketRows rows() { return figure_tickets().rows(); }

 private:
  std::deque<Ticket> tickets_;
  FigureTickets figure_tickets_;
};

}  // namespace kb::insights

// First-contact resolution: tickets that one answer settled.
//
//   const CustomerHistory history(all.rows());        // of all tickets, whatever is counted
//   FirstContact march = first_contact_of(rows, history, period, clock.now());
//
// Of the tickets solved in the period with an answer: those with exactly one public answer by an
// agent, after which the customer, where known, wrote no further ticket until 7 days after it was
// solved. Tickets of known customers for which those days are not over yet are pending, not
// counted, whatever has happened so far: the newest would look worse than they are. Thread-safe
// once made.

#pragma once

#include <utility>
#include <vector>

#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"
#include "core/insights/share.h"

namespace kb::insights {

constexpr std::chrono::seconds kComesBackWithin = 7 * kDay;

// When known customers wrote; spam, misrouted and merged tickets apart.
class CustomerHistory {
 public:
  explicit CustomerHistory(const TicketRows& tickets);

  bool wrote(NameId customer, Time after, Time until) const;  // not `after` itself

 private:
  std::vector<std::pair<NameId, Time>> created_;  // in order
};

struct FirstContact {
  Share resolved;
  std::int64_t pending = 0;
  std::int64_t customer_unknown = 0;  // counted, by their answers alone

  bool operator==(const FirstContact&) const = default;
};

FirstContact first_contact_of(const TicketRows& tickets, const CustomerHistory& history,
                              const Period& period, Time now);

}  // namespace kb::insights

#include "core/insights/first_contact.h"

#include <algorithm>

namespace kb::insights {

CustomerHistory::CustomerHistory(const TicketRows& tickets) {
  for (const FigureTicket* ticket : tickets)
    if (is_volume(ticket->type) && ticket->customer != kNoName)
      created_.emplace_back(ticket->customer, ticket->created);
  std::sort(created_.begin(), created_.end());
}

bool CustomerHistory::wrote(NameId customer, Time after, Time until) const {
  const auto next = std::upper_bound(created_.begin(), created_.end(), std::pair(customer, after));
  return next != created_.end() && next->first == customer && next->second <= until;
}

FirstContact first_contact_of(const TicketRows& tickets, const CustomerHistory& history,
                              const Period& period, Time now) {
  FirstContact figures;
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type) || !contains(period, ticket->solved) || ticket->replies == 0)
      continue;
    const Time watched_until = *ticket->solved + kComesBackWithin;
    const bool is_known = ticket->customer != kNoName;
    if (is_known && watched_until >= now) {
      ++figures.pending;
      continue;
    }
    if (!is_known) ++figures.customer_unknown;
    const bool came_back =
        is_known && history.wrote(ticket->customer, ticket->created, watched_until);
    figures.resolved.add(ticket->replies == 1 && !came_back);
  }
  return figures;
}

}  // namespace kb::insights

#include "core/insights/retention.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace kb::insights {
namespace {

using OfCustomer = std::span<const FigureTicket* const>;  // in the order they were created

struct Outcome {
  Time at;
  bool churned = false;
};

// What the newest ticket that says anything says of when they left.
std::optional<Time> churned_at(OfCustomer tickets) {
  std::optional<Time> churned;
  for (const FigureTicket* ticket : tickets)
    if (ticket->churned) churned = ticket->churned;
  return churned;
}

std::optional<Outcome> outcome_of(OfCustomer tickets, const Period& period) {
  const auto churned = churned_at(tickets);
  if (contains(period, churned)) return Outcome{*churned, true};
  std::optional<Time> renewed;  // the last time
  for (const FigureTicket* ticket : tickets)
    if (contains(period, ticket->renews) && (!churned || *churned > *ticket->renews))
      renewed = renewed ? std::max(*renewed, *ticket->renews) : *ticket->renews;
  if (!renewed) return std::nullopt;
  return Outcome{*renewed, false};
}

bool was_linked(OfCustomer tickets, Time before) {
  return std::any_of(tickets.begin(), tickets.end(), [&](const FigureTicket* ticket) {
    return ticket->created < before && (!ticket->articles.empty() || ticket->made_an_article);
  });
}

}  // namespace

Retention retention_of(const TicketRows& tickets, const Period& period, Time now) {
  TicketRows known;
  for (const FigureTicket* ticket : tickets)
    if (is_volume(ticket->type) && ticket->customer != kNoName) known.push_back(ticket);
  std::stable_sort(known.begin(), known.end(), [](const FigureTicket* a, const FigureTicket* b) {
    return std::tie(a->customer, a->created) < std::tie(b->customer, b->created);
  });

  const Period over{period.from, std::clamp(now, period.from, period.until)};
  Retention retention;
  for (auto from = known.begin(); from != known.end();) {
    const auto until = std::find_if(from, known.end(), [&](const FigureTicket* ticket) {
      return ticket->customer != (*from)->customer;
    });
    const OfCustomer theirs(from, until);
    from = until;
    const auto outcome = outcome_of(theirs, over);
    if (!outcome) continue;
    Outcomes& group = was_linked(theirs, outcome->at) ? retention.linked : retention.others;
    group.renewed.add(!outcome->churned);
    group.churned.add(outcome->churned);
  }
  return retention;
}

}  // namespace kb::insights

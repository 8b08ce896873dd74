#include "core/insights/retention.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_set>

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

// Of customers who are known, and of whom is known that they renewed or left: each one's together,
// in the order they were created.
TicketRows by_customer(const TicketRows& tickets) {
  std::unordered_set<NameId> told;
  for (const FigureTicket* ticket : tickets)
    if (ticket->renews || ticket->churned) told.insert(ticket->customer);
  told.erase(kNoName);
  if (told.empty()) return {};

  // Keys beside the pointers: a hundred thousand tickets are sorted in a tenth of the time.
  struct Row {
    NameId customer;
    Time created;
    const FigureTicket* ticket;
  };
  std::vector<Row> rows;
  for (const FigureTicket* ticket : tickets)
    if (is_volume(ticket->type) && told.contains(ticket->customer))
      rows.push_back({ticket->customer, ticket->created, ticket});
  std::ranges::stable_sort(rows, [](const Row& a, const Row& b) {
    return std::tie(a.customer, a.created) < std::tie(b.customer, b.created);
  });
  TicketRows sorted;
  for (const Row& row : rows) sorted.push_back(row.ticket);
  return sorted;
}

bool was_linked(OfCustomer tickets, Time before) {
  return std::any_of(tickets.begin(), tickets.end(), [&](const FigureTicket* ticket) {
    return ticket->created < before && (!ticket->articles.empty() || ticket->made_an_article);
  });
}

}  // namespace

Retention retention_of(const TicketRows& tickets, const Period& period, Time now) {
  const TicketRows known = by_customer(tickets);
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

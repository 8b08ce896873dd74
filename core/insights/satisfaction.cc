#include "core/insights/satisfaction.h"

namespace kb::insights {
namespace {

constexpr int kSatisfied = 4;

}  // namespace

Satisfaction satisfaction_of(const TicketRows& tickets, const Period& period) {
  Satisfaction figures;
  std::int64_t sum = 0;
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type) || !contains(period, ticket->solved)) continue;
    figures.answered.add(ticket->satisfaction.has_value());
    if (!ticket->satisfaction) continue;
    sum += *ticket->satisfaction;
    figures.satisfied.add(*ticket->satisfaction >= kSatisfied);
  }
  if (const auto answered = figures.answered.count; answered > 0)
    figures.mean = static_cast<double>(sum) / static_cast<double>(answered);
  return figures;
}

}  // namespace kb::insights

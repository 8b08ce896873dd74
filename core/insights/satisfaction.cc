#include "core/insights/satisfaction.h"

namespace kb::insights {
namespace {

constexpr int kSatisfied = 4;

}  // namespace

Satisfaction satisfaction_of(const TicketRows& tickets, const Period& period) {
  return satisfaction_of(tickets, std::vector{period}).front();
}

std::vector<Satisfaction> satisfaction_of(const TicketRows& tickets,
                                          const std::vector<Period>& steps) {
  std::vector<Satisfaction> figures(steps.size());
  std::vector<std::int64_t> sums(steps.size());
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type) || !ticket->solved) continue;
    const auto step = step_of(steps, *ticket->solved);
    if (!step) continue;
    figures[*step].answered.add(ticket->satisfaction.has_value());
    if (!ticket->satisfaction) continue;
    sums[*step] += *ticket->satisfaction;
    figures[*step].satisfied.add(*ticket->satisfaction >= kSatisfied);
  }
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (const auto answered = figures[i].answered.count; answered > 0)
      figures[i].mean = static_cast<double>(sums[i]) / static_cast<double>(answered);
  return figures;
}

}  // namespace kb::insights

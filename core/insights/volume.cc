#include "core/insights/volume.h"

namespace kb::insights {

bool is_open(const FigureTicket& ticket, Time at) {
  if (ticket.created >= at) return false;
  return !ticket.is_closed || (ticket.solved && *ticket.solved >= at);
}

bool is_answered(const FigureTicket& ticket, Time at) {
  return ticket.first_response ? *ticket.first_response < at : ticket.replies > 0;
}

Volume volume_of(const TicketRows& tickets, const Period& period) {
  Volume volume;
  for (const FigureTicket* ticket : tickets) {
    const bool arrived = contains(period, ticket->created);
    if (!is_volume(ticket->type)) {
      if (!arrived) continue;
      volume.spam += ticket->type == TicketType::spam ? 1 : 0;
      volume.misrouted += ticket->type == TicketType::misrouted ? 1 : 0;
      volume.merged += ticket->type == TicketType::merged ? 1 : 0;
      continue;
    }
    const bool answered = is_answered(*ticket, period.until);
    if (contains(period, ticket->solved)) ++volume.solved;
    if (is_open(*ticket, period.until)) {
      ++volume.open;
      volume.fresh += answered ? 0 : 1;
    }
    if (!arrived) continue;
    ++volume.arrived;
    volume.never_answered.add(!answered);
  }
  return volume;
}

std::vector<Flow> flow_of(const TicketRows& tickets, const std::vector<Period>& steps) {
  std::vector<Flow> flows(steps.size());
  if (steps.empty()) return flows;
  std::vector<std::int64_t> change(steps.size());  // of the number of open tickets
  std::int64_t open = 0;
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type)) continue;
    if (is_open(*ticket, steps.front().from)) ++open;
    if (const auto step = step_of(steps, ticket->created)) {
      ++flows[*step].arrived;
      if (!ticket->is_closed || ticket->solved) ++change[*step];
    }
    if (!ticket->solved) continue;
    if (const auto step = step_of(steps, *ticket->solved)) ++flows[*step].solved;
    // One that claims to be solved before it was created opens and closes at once.
    if (const auto step = step_of(steps, std::max(*ticket->solved, ticket->created)))
      --change[*step];
  }
  for (std::size_t i = 0; i < steps.size(); ++i) flows[i].open = open += change[i];
  return flows;
}

}  // namespace kb::insights

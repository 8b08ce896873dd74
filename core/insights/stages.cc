#include "core/insights/stages.h"

namespace kb::insights {
namespace {

void add(Stage& stage, const std::optional<std::int64_t>& seconds) {
  if (!seconds || *seconds < 0) return;
  ++stage.tickets;
  stage.seconds = stage.seconds.value_or(0) + *seconds;
}

}  // namespace

Stages stages_of(const TicketRows& tickets, const Period& period) {
  Stages stages;
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type) || !contains(period, ticket->solved)) continue;
    add(stages.agent, ticket->waited.agent);
    add(stages.customer, ticket->waited.customer);
    add(stages.other_team, ticket->waited.other_team);
  }
  std::int64_t total = 0;
  for (const Stage* stage : {&stages.agent, &stages.customer, &stages.other_team})
    total += stage->seconds.value_or(0);
  for (Stage* stage : {&stages.agent, &stages.customer, &stages.other_team})
    if (stage->seconds && total > 0)
      stage->share = static_cast<double>(*stage->seconds) / static_cast<double>(total);
  return stages;
}

}  // namespace kb::insights

// With whom tickets lay while they were open: agents, the customer, another team.
//
//   Stages march = stages_of(rows, period);
//   march.agent.seconds, march.agent.share          // of the time of all three
//
// Of the tickets solved in the period that say so; each stage tells how many did. Nothing where
// none did, never 0. Pure, thread-safe.

#pragma once

#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"

namespace kb::insights {

struct Stage {
  std::int64_t tickets = 0;  // that say how long they lay there
  std::optional<std::int64_t> seconds;
  std::optional<double> share;  // nothing where all stages together took no time

  bool operator==(const Stage&) const = default;
};

struct Stages {
  Stage agent;
  Stage customer;
  Stage other_team;

  bool operator==(const Stages&) const = default;
};

Stages stages_of(const TicketRows& tickets, const Period& period);

}  // namespace kb::insights

// How satisfied customers said they were, from 1 to 5.
//
//   Satisfaction march = satisfaction_of(rows, period);
//   march.mean, march.satisfied.rate(), march.answered.rate()
//
// Of the tickets solved in the period. The response rate belongs beside the mean: those who answer
// are not like those who do not. Pure, thread-safe.

#pragma once

#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"
#include "core/insights/share.h"

namespace kb::insights {

struct Satisfaction {
  std::optional<double> mean;
  Share satisfied;  // said 4 or 5, of those who answered
  Share answered;   // of all

  bool operator==(const Satisfaction&) const = default;
};

Satisfaction satisfaction_of(const TicketRows& tickets, const Period& period);
// The same of each of `steps`, which follow one another.
std::vector<Satisfaction> satisfaction_of(const TicketRows& tickets,
                                          const std::vector<Period>& steps);

}  // namespace kb::insights

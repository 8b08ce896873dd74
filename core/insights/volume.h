// How many tickets came in, went out and wait.
//
//   Volume march = volume_of(tickets.rows(), period);
//   march.never_answered.rate()                   // of what came in
//   for (const Flow& day : flow_of(rows, split(period, Step::day))) …
//
// Spam, misrouted and merged tickets are counted by themselves and nowhere else. What a ticket was
// at the period's end is told from its times, so that an old period looks today as it looked then.
// Pure, thread-safe.

#pragma once

#include <vector>

#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"
#include "core/insights/share.h"

namespace kb::insights {

struct Volume {
  std::int64_t arrived = 0;  // created in the period
  std::int64_t solved = 0;   // in the period
  std::int64_t open = 0;     // at its end
  std::int64_t fresh = 0;    // of those: without any answer yet
  std::int64_t spam = 0;     // created in the period, as the two below
  std::int64_t misrouted = 0;
  std::int64_t merged = 0;
  Share never_answered;  // of those that arrived: without any answer at the period's end

  bool operator==(const Volume&) const = default;
};

Volume volume_of(const TicketRows& tickets, const Period& period);

struct Flow {
  std::int64_t arrived = 0;
  std::int64_t solved = 0;
  std::int64_t open = 0;  // at the step's end

  bool operator==(const Flow&) const = default;
};

// `steps` follow one another.
std::vector<Flow> flow_of(const TicketRows& tickets, const std::vector<Period>& steps);

// A closed ticket of which nobody knows when it was solved is never open.
bool is_open(const FigureTicket& ticket, Time at);

// Answered at a time that nobody knows counts as answered.
bool is_answered(const FigureTicket& ticket, Time at);

}  // namespace kb::insights

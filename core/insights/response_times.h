// How long customers waited for the first answer, and for the solution.
//
//   ResponseTimes march = response_times_of(rows, period);
//   march.first_response.median        // seconds
//
// A time belongs to the period in which the wait ended; quantiles as in quantile.h. Hours of the
// clock, nights and weekends too. A ticket that was answered or solved before it was created has no
// time: it is counted as out of order. Pure, thread-safe.

#pragma once

#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"

namespace kb::insights {

struct Waits {
  std::int64_t count = 0;
  std::optional<double> median;  // seconds, as below
  std::optional<double> p90;     // nine of ten waited no longer

  bool operator==(const Waits&) const = default;
};

struct ResponseTimes {
  Waits first_response;
  Waits resolution;
  std::int64_t out_of_order = 0;  // times left out

  bool operator==(const ResponseTimes&) const = default;
};

ResponseTimes response_times_of(const TicketRows& tickets, const Period& period);
// The same of each of `steps`, which follow one another.
std::vector<ResponseTimes> response_times_of(const TicketRows& tickets,
                                             const std::vector<Period>& steps);

}  // namespace kb::insights

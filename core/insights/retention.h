// Whether customers stayed, beside whether they were shown articles. Not a cause: who gets a link
// differs in much else from who does not.
//
//   Retention march = retention_of(all.rows(), period, clock.now());
//   march.linked.renewed.rate(), march.others.renewed.rate()
//
// Of the known customers who wrote, and whose contract was renewed or ended in the period: those
// who were sent an article (or whose answer became one) before that day, and the others. A customer
// counts once; one who left has not renewed. Pure, thread-safe.

#pragma once

#include <string_view>

#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"
#include "core/insights/share.h"

namespace kb::insights {

// Stands beside these figures wherever they are shown.
constexpr std::string_view kNotCausal =
    "not causal: customers who were sent an article differ in much else from those who were not";

struct Outcomes {
  Share renewed;
  Share churned;

  bool operator==(const Outcomes&) const = default;
};

struct Retention {
  Outcomes linked;
  Outcomes others;

  bool operator==(const Retention&) const = default;
};

Retention retention_of(const TicketRows& tickets, const Period& period, Time now);

}  // namespace kb::insights

// How much of the answering the articles do.
//
//   LinkUse march = link_use_of(rows, period);
//   march.rate.rate()                    // the link rate
//   march.by_article                     // how many tickets each article was linked in
//
// Of the tickets solved in the period: those with an article linked in a reply or noted by an
// agent, or whose answer became one. An article counts once a ticket. Pure, thread-safe.

#pragma once

#include <map>

#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"
#include "core/insights/share.h"

namespace kb::insights {

struct LinkUse {
  Share rate;
  std::map<NameId, std::int64_t> by_article;

  bool operator==(const LinkUse&) const = default;
};

LinkUse link_use_of(const TicketRows& tickets, const Period& period);

}  // namespace kb::insights

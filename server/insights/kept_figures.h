// What the writers' pages and their exports were made from the last time, shared by all requests.
//
//   auto sums = center.figures.visits.read(store, wish);
//   auto wishes = center.figures.wishes.read(store, clock.now());
//   prepare_figures(figures, store, config, now);       // now and then: nobody waits for the first
//   look
//
// Each part looks for itself whether it is still right, and is as thread-safe as it says.

#pragma once

#include "core/base/config.h"
#include "core/insights/kept_tickets.h"
#include "core/insights/kept_visits.h"
#include "server/coverage/kept_wishes.h"

namespace kb {

struct KeptFigures {
  insights::KeptVisits visits = {};
  insights::KeptTickets tickets = {};
  KeptWishes wishes = {};
};

// As the pages show them unasked.
Result<void> prepare_figures(KeptFigures& figures, const store::Store& store, const Config& config,
                             Time now);

}  // namespace kb

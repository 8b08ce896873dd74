// What was promised to customers (`tickets.targets` of kb.yaml, by plan), and what was kept.
//
//   const Targets targets(config.tickets.targets, tickets);
//   PromisesKept march = promises_of(rows, targets, period, clock.now());
//   march.first_response.rate()               // the share within the target
//
// A promise is decided, and counted, when it is kept (the answer came in time) or when it is broken
// (its time ran out, answered later or never). Hours of the clock. Not decided: what is not due
// yet, closed without an answer before one was due, and answered nobody knows when. Thread-safe
// once made.

#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/config.h"
#include "core/insights/figure_ticket.h"
#include "core/insights/period.h"
#include "core/insights/share.h"

namespace kb::insights {

enum class Promise { first_response, resolution };

struct Decided {
  Time at;
  bool kept = false;

  bool operator==(const Decided&) const = default;
};

std::optional<Decided> decided(const FigureTicket& ticket, Promise promise,
                               std::chrono::minutes target, Time now);

class Targets {
 public:
  Targets(const std::map<std::string, TicketTarget>& by_plan, const FigureTickets& tickets);

  // Nothing: not promised to this plan.
  std::optional<std::chrono::minutes> of(NameId plan, Promise promise) const;

 private:
  std::unordered_map<NameId, TicketTarget> by_plan_;
  TicketTarget others_;
};

struct PromisesKept {
  Share first_response;
  Share resolution;

  bool operator==(const PromisesKept&) const = default;
};

PromisesKept promises_of(const TicketRows& tickets, const Targets& targets, const Period& period,
                         Time now);

// Of each plan that something was promised to and decided for, by its name.
std::map<NameId, PromisesKept> promises_by_plan(const TicketRows& tickets, const Targets& targets,
                                                const Period& period, Time now);

struct Breaches {
  std::int64_t first_response = 0;
  std::int64_t resolution = 0;

  bool operator==(const Breaches&) const = default;
};

std::vector<Breaches> breaches_of(const TicketRows& tickets, const Targets& targets,
                                  const std::vector<Period>& steps, Time now);

}  // namespace kb::insights

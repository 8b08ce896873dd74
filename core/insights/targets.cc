#include "core/insights/targets.h"

#include <array>

namespace kb::insights {
namespace {

constexpr std::array kPromises = {Promise::first_response, Promise::resolution};

std::optional<Time> kept_at(const FigureTicket& ticket, Promise promise) {
  return promise == Promise::first_response ? ticket.first_response : ticket.solved;
}

// Was done, or no longer had to be, at a time that is not known or not later than `due`.
bool was_settled(const FigureTicket& ticket, Promise promise, Time due) {
  if (promise == Promise::first_response && ticket.replies > 0) return true;
  return ticket.is_closed && (!ticket.solved || *ticket.solved <= due);
}

// Calls visit(ticket, promise, decided) for each promise that is decided by `now`.
template <class Visit>
void each_decided(const TicketRows& tickets, const Targets& targets, Time now, const Visit& visit) {
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type)) continue;
    for (const Promise promise : kPromises) {
      const auto target = targets.of(ticket->plan, promise);
      if (!target) continue;
      if (const auto outcome = decided(*ticket, promise, *target, now))
        visit(*ticket, promise, *outcome);
    }
  }
}

template <class Both>
auto& member(Both& both, Promise promise) {
  return promise == Promise::first_response ? both.first_response : both.resolution;
}

}  // namespace

std::optional<Decided> decided(const FigureTicket& ticket, Promise promise,
                               std::chrono::minutes target, Time now) {
  const Time due = ticket.created + target;
  if (const auto done = kept_at(ticket, promise)) {
    if (*done < ticket.created) return std::nullopt;
    if (*done <= due) return Decided{*done, true};
  } else if (was_settled(ticket, promise, due)) {
    return std::nullopt;
  }
  if (due >= now) return std::nullopt;
  return Decided{due, false};
}

Targets::Targets(const std::map<std::string, TicketTarget>& by_plan, const FigureTickets& tickets) {
  for (const auto& [plan, target] : by_plan) {
    if (plan.empty())
      others_ = target;
    else if (const auto id = tickets.find(plan))
      by_plan_.emplace(*id, target);
  }
}

std::optional<std::chrono::minutes> Targets::of(NameId plan, Promise promise) const {
  const auto own = by_plan_.find(plan);
  const TicketTarget& target = own == by_plan_.end() ? others_ : own->second;
  const int minutes = promise == Promise::first_response ? target.first_response_minutes
                                                         : target.resolution_minutes;
  return minutes > 0 ? std::optional(std::chrono::minutes(minutes)) : std::nullopt;
}

PromisesKept promises_of(const TicketRows& tickets, const Targets& targets, const Period& period,
                         Time now) {
  PromisesKept kept;
  each_decided(tickets, targets, now,
               [&](const FigureTicket&, Promise promise, const Decided& outcome) {
                 if (contains(period, outcome.at)) member(kept, promise).add(outcome.kept);
               });
  return kept;
}

std::map<NameId, PromisesKept> promises_by_plan(const TicketRows& tickets, const Targets& targets,
                                                const Period& period, Time now) {
  std::map<NameId, PromisesKept> by_plan;
  each_decided(tickets, targets, now,
               [&](const FigureTicket& ticket, Promise promise, const Decided& outcome) {
                 if (contains(period, outcome.at))
                   member(by_plan[ticket.plan], promise).add(outcome.kept);
               });
  return by_plan;
}

std::vector<Breaches> breaches_of(const TicketRows& tickets, const Targets& targets,
                                  const std::vector<Period>& steps, Time now) {
  std::vector<Breaches> breaches(steps.size());
  each_decided(tickets, targets, now,
               [&](const FigureTicket&, Promise promise, const Decided& outcome) {
                 if (outcome.kept) return;
                 if (const auto step = step_of(steps, outcome.at))
                   ++member(breaches[*step], promise);
               });
  return breaches;
}

}  // namespace kb::insights

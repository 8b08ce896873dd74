#include "core/insights/ticket_figures.h"

#include <array>

namespace kb::insights {
namespace {

Figure number(std::string_view name, std::string_view label, std::int64_t tickets) {
  return {name, label, Unit::tickets, static_cast<double>(tickets), {}, {}, {}};
}

Figure waited(std::string_view name, std::string_view label, std::optional<double> seconds,
              std::int64_t of) {
  return {name, label, Unit::seconds, seconds, {}, of, {}};
}

Figure stage_total(std::string_view name, std::string_view label, const Stage& stage) {
  const auto seconds =
      stage.seconds ? std::optional(static_cast<double>(*stage.seconds)) : std::nullopt;
  return waited(name, label, seconds, stage.tickets);
}

// Of time, not of tickets: no interval, and no count.
Figure stage_share(std::string_view name, std::string_view label, const Stage& stage) {
  return {name, label, Unit::share, stage.share, {}, stage.tickets, {}};
}

std::vector<Figure> list(const TicketFigures& f) {
  const auto& [volume, times, promises, stages, first_contact, links, satisfaction] = f;
  return {
      number("arrived", "Arrived", volume.arrived),
      number("solved", "Solved", volume.solved),
      number("open", "Open at the end", volume.open),
      number("new", "Open without any answer", volume.fresh),
      number("spam", "Spam (apart)", volume.spam),
      number("misrouted", "Misrouted (apart)", volume.misrouted),
      number("merged", "Merged (apart)", volume.merged),
      share_figure("never_answered", "Arrived and not answered", volume.never_answered),
      waited("first_response_median", "Time to first response, median", times.first_response.median,
             times.first_response.count),
      waited("first_response_p90", "Time to first response, 90th percentile",
             times.first_response.p90, times.first_response.count),
      share_figure("first_response_within_target", "First response within the target",
                   promises.first_response),
      waited("resolution_median", "Time to resolution, median", times.resolution.median,
             times.resolution.count),
      waited("resolution_p90", "Time to resolution, 90th percentile", times.resolution.p90,
             times.resolution.count),
      share_figure("resolution_within_target", "Resolution within the target", promises.resolution),
      number("times_out_of_order", "Times out of order (left out)", times.out_of_order),
      stage_total("waited_agent", "Waited for an agent, in all", stages.agent),
      stage_share("waited_agent_share", "Waited for an agent, share", stages.agent),
      stage_total("waited_customer", "Waited for the customer, in all", stages.customer),
      stage_share("waited_customer_share", "Waited for the customer, share", stages.customer),
      stage_total("waited_other_team", "Waited for another team, in all", stages.other_team),
      stage_share("waited_other_team_share", "Waited for another team, share", stages.other_team),
      share_figure("first_contact_resolution", "Resolved by the first answer",
                   first_contact.resolved),
      number("first_contact_pending", "Too new to tell whether they come back",
             first_contact.pending),
      share_figure("link_rate", "An article linked or created", links.rate),
      {"satisfaction_mean",
       "Satisfaction, mean (1 to 5)",
       Unit::points,
       satisfaction.mean,
       {},
       satisfaction.answered.count,
       {}},
      share_figure("satisfied", "Satisfied (4 and 5)", satisfaction.satisfied),
      share_figure("satisfaction_response_rate", "Said how satisfied they are",
                   satisfaction.answered),
  };
}

}  // namespace

std::string_view unit_name(Unit unit) {
  constexpr std::array<std::string_view, 4> kNames = {"tickets", "share", "seconds", "points"};
  return kNames.at(static_cast<std::size_t>(unit));
}

Figure share_figure(std::string_view name, std::string_view label, const Share& share) {
  return {name, label, Unit::share, share.rate(), share.count, share.of, share.interval()};
}

TicketFigures measure(const TicketRows& tickets, const Period& period, const Measuring& measuring) {
  return {volume_of(tickets, period),
          response_times_of(tickets, period),
          promises_of(tickets, measuring.targets, period, measuring.now),
          stages_of(tickets, period),
          first_contact_of(tickets, measuring.history, period, measuring.now),
          link_use_of(tickets, period),
          satisfaction_of(tickets, period)};
}

std::vector<Figure> list_figures(const std::optional<TicketFigures>& figures) {
  auto listed = list(figures.value_or(TicketFigures()));
  if (figures) return listed;
  for (Figure& figure : listed) figure = {figure.name, figure.label, figure.unit, {}, {}, {}, {}};
  return listed;
}

}  // namespace kb::insights

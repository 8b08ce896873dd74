// All figures of one set of tickets in one period, and how each is called.
//
//   const Measuring measuring{targets, history, clock.now()};
//   TicketFigures march = measure(rows, period, measuring);
//   for (const Figure& figure : list_figures(march)) print(figure.label, figure.value);
//
// list_figures() always gives the same figures in the same order; without data their values are
// nothing, never 0. Pure, thread-safe.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/insights/first_contact.h"
#include "core/insights/link_use.h"
#include "core/insights/response_times.h"
#include "core/insights/satisfaction.h"
#include "core/insights/stages.h"
#include "core/insights/targets.h"
#include "core/insights/volume.h"

namespace kb::insights {

struct TicketFigures {
  Volume volume;
  ResponseTimes times;
  PromisesKept promises;
  Stages stages;
  FirstContact first_contact;
  LinkUse links;
  Satisfaction satisfaction;
};

struct Measuring {
  const Targets& targets;
  const CustomerHistory& history;
  Time now;
};

TicketFigures measure(const TicketRows& tickets, const Period& period, const Measuring& measuring);

enum class Unit { tickets, share, seconds, points };

std::string_view unit_name(Unit unit);

struct Figure {
  std::string_view name;   // "first_response_median"
  std::string_view label;  // "Time to first response, median"
  Unit unit = Unit::tickets;
  std::optional<double> value;
  std::optional<std::int64_t> count;  // of a share
  std::optional<std::int64_t> of;     // how many tickets tell; not of a number of tickets
  std::optional<Interval> interval;   // with 95 %, of a share

  bool is_small_sample() const { return value && of && *of < kSmallSample; }
};

std::vector<Figure> list_figures(const std::optional<TicketFigures>& figures);

Figure share_figure(std::string_view name, std::string_view label, const Share& share);

}  // namespace kb::insights

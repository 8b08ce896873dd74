// The figures of one set of counts, each with what it was made from.
//
//   for (const FigureRule& rule : figure_rules())
//     print(rule.label, measure(rule, Measured{.counts = counts}).value);
//
// Without data a figure is nothing, never 0: a share of no searches, a mean of no marks. Pure,
// thread-safe; a figure points into the table of rules, which stays.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/insights/share.h"
#include "core/insights/visit_counts.h"
#include "core/insights/visit_figure_rules.h"

namespace kb::insights {

struct VisitFigure {
  const FigureRule* rule = nullptr;
  std::optional<double> value = {};
  std::optional<double> upper = {};        // of a range: its upper end
  std::optional<std::int64_t> count = {};  // what value was made from: count ÷ of
  std::optional<std::int64_t> upper_count = {};
  std::optional<std::int64_t> of = {};
  std::optional<Interval> interval = {};  // with 95 %; of a range: from below the lower end
  std::string reason = {};                // why there is no value, where that is not just no data

  bool is_small_sample() const { return value && of && *of < kSmallSample; }
};

// What figures need besides counters; nothing: not known.
struct Measured {
  const VisitCounts& counts;
  std::optional<std::int64_t> customers = {};  // distinct, with tickets
  std::optional<Share> linked = {};            // resolved tickets with an article
  double cost_per_ticket = 0;                  // 0: cost is no figure
};

// Nothing where the period is not known: then every figure has no value.
VisitFigure measure(const FigureRule& rule, const std::optional<Measured>& measured);

}  // namespace kb::insights

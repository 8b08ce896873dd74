// What the askings of a topic come to: whom it failed, whether that makes it a gap, and how it
// ranks.
//
//   const GapFigures figures = figures_of(askings, window);
//   if (is_gap(figures, config.gaps.least_customers)) …
//   rank_of(figures, trend_of(figures, window))       // 41.5: the higher, the sooner to mend
//
// A customer counts once, by the worst that happened to them: who found nothing, wrote to the team
// or was not helped counts 1, who got another language 0.7, who said it in other words 0.5, who
// opened nothing 0.3 (the list may have been the answer). The rank is the sum of that over
// customers × 1.25 for a new topic, 1.15 for a rising one, 0.8 for a fading one, 0.3 for a solved
// one, and 0.5 more for each customer who wrote to the team. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/gap.h"
#include "core/insights/share.h"

namespace kb::insights {

// Days since 1970-01-01.
struct GapWindow {
  std::int64_t before = 0;  // where the period before begins
  std::int64_t from = 0;
  std::int64_t until = 0;      // not this day itself
  bool knows_before = false;   // there are events of all of the period before
  bool knows_history = false;  // and enough of them to call something new

  std::int64_t days() const { return until - from; }
};

struct GapFigures {
  std::int64_t customers = 0;  // distinct ones that it failed, in the period
  std::int64_t askers = 0;     // distinct ones who asked
  std::int64_t customers_before = 0;
  std::int64_t writers = 0;       // distinct ones who wrote to the team
  std::int64_t disappointed = 0;  // distinct ones who wrote, voted, or of whom an agent told
  double weight = 0;              // of the customers, as above
  double weight_of_askings = 0;   // of all failed askings
  Share failures;                 // of the askings of the period
  Share recent;                   // of its last week
  Share earlier;                  // of all before that week, with the period before
  std::vector<std::int64_t> by_day;
};

using AskingRow = std::span<const Asking* const>;

double failure_weight(std::uint16_t failures);  // of one asking, 0 to 1

GapFigures figures_of(AskingRow askings, const GapWindow& window);

// Enough customers, and more than chance: a fifth of the askings fail (by weight), or a twentieth
// of those who ask wrote to the team, voted "no", or were told of by an agent.
bool is_gap(const GapFigures& figures, int least_customers);

// `is_new`: none of its questions was asked before the period.
GapTrend trend_of(const GapFigures& figures, const GapWindow& window, bool is_new);

double rank_of(const GapFigures& figures, GapTrend trend);

}  // namespace kb::insights

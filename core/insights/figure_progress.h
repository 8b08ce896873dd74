// How a team's target stands, and how it will probably end.
//
//   const auto progress = progress_of(target, history, today);     // figure_history.h
//   progress.now.value, progress.done                  // 0.061 of the last 28 days; 0.4 of the way
//   outlook_name(progress.outlook)                     // "likely_missed"
//
// Until the target's day: what a straight line through its weeks says of that day, with 80 %
// (trend_line.h). Likely reached or missed if that lies wholly on one side of the goal; it cannot
// be told where the goal lies inside, or from fewer than six weeks of data. From the day on: what
// the 28 days up to it were. Pure, thread-safe.

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/insights/figure_history.h"
#include "core/insights/visit_figures.h"
#include "core/store/figure_targets.h"

namespace kb::insights {

enum class Outlook { reached, missed, likely_reached, likely_missed, unknown };
enum class GuardState { none, holds, broken, unknown };

std::string_view outlook_name(Outlook outlook);       // "likely_reached"
std::string_view guard_state_name(GuardState guard);  // "holds"

struct FigureProgress {
  VisitFigure now = {};             // of the last 28 days, or of those up to the target's day
  std::optional<double> done = {};  // of the way from start to goal, 0 to 1
  Outlook outlook = Outlook::unknown;
  std::optional<Interval> expected = {};  // on the target's day, with 80 %
  GuardState guard = GuardState::none;
  VisitFigure guard_now = {};
};

// The figures that a target can be set for: shares and mean marks that daily sums tell.
std::vector<const FigureRule*> target_figures();

// What `target` needs to be measured by: up to today, or to its own day when that has passed.
HistoryWish history_wish(const store::FigureTarget& target, std::int64_t today);

FigureProgress progress_of(const store::FigureTarget& target, const FigureHistory& history,
                           std::int64_t today);

// Of the 28 days before it is set; nothing where they tell nothing.
std::optional<double> start_of(const FigureRule& rule, const FigureHistory& history);

}  // namespace kb::insights

#include "core/insights/figure_progress.h"

#include <algorithm>
#include <array>

#include "core/insights/trend_line.h"

namespace kb::insights {
namespace {

using store::FigureTarget;

constexpr std::size_t kFewestWeeks = 6;
constexpr double kDaysOfWeek = 7;  // days

bool meets(double value, bool at_most, double limit) {
  return at_most ? value <= limit : value >= limit;
}

VisitFigure measured(const FigureRule& rule, const VisitCounts& counts) {
  return measure(rule, Measured{.counts = counts, .customers = {}, .linked = {}});
}

// A point in the middle of each known week in which there was something to measure, in days from
// the history's end.
std::vector<TrendPoint> weekly(const FigureRule& rule, const FigureHistory& history) {
  std::vector<TrendPoint> points;
  for (std::size_t back = history.known_weeks; back > 0; --back) {
    const auto figure = measured(rule, history.weeks.at(kHistoryWeeks - back));
    if (figure.value)
      points.push_back({(0.5 - static_cast<double>(back)) * kDaysOfWeek, *figure.value});
  }
  return points;
}

// No figure leaves its scale: a share lies between 0 and 1, a mark is not negative.
Interval within_scale(Interval interval, const FigureRule& rule) {
  const double top = rule.unit == FigureUnit::share ? 1 : interval.high;
  return {std::clamp(interval.low, 0.0, top), std::clamp(interval.high, 0.0, top)};
}

Outlook outlook_of(const FigureTarget& target, const Interval& expected) {
  const bool low = meets(expected.low, target.at_most, target.goal);
  const bool high = meets(expected.high, target.at_most, target.goal);
  if (low != high) return Outlook::unknown;
  return low ? Outlook::likely_reached : Outlook::likely_missed;
}

std::optional<double> way_done(const FigureTarget& target, double now) {
  if (meets(now, target.at_most, target.goal)) return 1;
  if (!target.start) return std::nullopt;
  const double way = target.goal - *target.start;
  if (way == 0 || meets(*target.start, target.at_most, target.goal)) return 0;
  return std::clamp((now - *target.start) / way, 0.0, 1.0);
}

void add_guard(FigureProgress& progress, const FigureTarget& target, const FigureHistory& history) {
  const auto* rule = target.guard.empty() ? nullptr : find_figure_rule(target.guard);
  if (!rule) return;
  progress.guard_now = measured(*rule, history.recent());
  const auto& value = progress.guard_now.value;
  if (!value)
    progress.guard = GuardState::unknown;
  else
    progress.guard = meets(*value, target.guard_at_most, target.guard_limit) ? GuardState::holds
                                                                             : GuardState::broken;
}

void add_outlook(FigureProgress& progress, const FigureTarget& target, const FigureRule& rule,
                 const FigureHistory& history, std::int64_t today) {
  if (today > target.by_day) {
    if (progress.now.value)
      progress.outlook = meets(*progress.now.value, target.at_most, target.goal) ? Outlook::reached
                                                                                 : Outlook::missed;
    return;
  }
  const auto points = weekly(rule, history);
  if (points.size() < kFewestWeeks) return;
  const auto line = TrendLine::through(points);
  if (!line) return;
  progress.expected = within_scale(line->likely(static_cast<double>(target.by_day - today)), rule);
  progress.outlook = outlook_of(target, *progress.expected);
}

}  // namespace

std::string_view outlook_name(Outlook outlook) {
  constexpr std::array<std::string_view, 5> kOutlooks = {"reached", "missed", "likely_reached",
                                                         "likely_missed", "unknown"};
  return kOutlooks.at(static_cast<std::size_t>(outlook));
}

std::string_view guard_state_name(GuardState guard) {
  constexpr std::array<std::string_view, 4> kGuardStates = {"none", "holds", "broken", "unknown"};
  return kGuardStates.at(static_cast<std::size_t>(guard));
}

std::vector<const FigureRule*> target_figures() {
  std::vector<const FigureRule*> rules;
  for (const FigureRule& rule : figure_rules()) {
    const bool is_measurable = rule.unit == FigureUnit::share || rule.unit == FigureUnit::points;
    if (is_measurable && !rule.denominator.empty() && rule.group != FigureGroup::articles)
      rules.push_back(&rule);
  }
  return rules;
}

HistoryWish history_wish(const FigureTarget& target, std::int64_t today) {
  return {.lang = target.lang,
          .category = target.category,
          .until = std::min(today, target.by_day + 1)};
}

FigureProgress progress_of(const FigureTarget& target, const FigureHistory& history,
                           std::int64_t today) {
  FigureProgress progress;
  const auto* rule = find_figure_rule(target.figure);
  if (!rule) return progress;
  progress.now = measured(*rule, history.recent());
  if (progress.now.value) progress.done = way_done(target, *progress.now.value);
  add_outlook(progress, target, *rule, history, today);
  add_guard(progress, target, history);
  return progress;
}

std::optional<double> start_of(const FigureRule& rule, const FigureHistory& history) {
  return measured(rule, history.recent()).value;
}

}  // namespace kb::insights

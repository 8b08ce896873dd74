#include "server/insights/target_form.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/base/date.h"
#include "core/insights/figure_progress.h"
#include "core/text/language.h"

namespace kb {
namespace {

using insights::FigureRule;
using insights::FigureUnit;

constexpr std::string_view kAtMost = "at_most";
constexpr std::int64_t kFarthest = 2 * 366;  // days
constexpr double kHighestMark = 7;
constexpr std::size_t kDayLength = 10;  // "2026-03-31"

const FigureRule* rule_of(const std::string& name) {
  const auto rules = insights::target_figures();
  const auto found = std::ranges::find(rules, name, &FigureRule::name);
  return found == rules.end() ? nullptr : *found;
}

// "4,5 %" and "4.5".
std::optional<double> number_of(std::string typed) {
  std::erase_if(typed, [](char c) { return c == ' ' || c == '%'; });
  std::ranges::replace(typed, ',', '.');
  double number = 0;
  const auto* end = typed.data() + typed.size();
  const auto [stop, error] = std::from_chars(typed.data(), end, number, std::chars_format::fixed);
  if (typed.empty() || error != std::errc() || stop != end) return std::nullopt;
  return number;
}

// In the figure's own measure.
std::optional<double> limit_of(const FigureRule& rule, const std::string& typed) {
  const auto number = number_of(typed);
  const bool is_share = rule.unit == FigureUnit::share;
  const double most = is_share ? 100 : kHighestMark;
  if (!number || !(*number >= 0 && *number <= most)) return std::nullopt;  // no nan either
  return is_share ? *number / 100 : *number;
}

std::string fault_of_limit(const FigureRule& rule) {
  return rule.unit == FigureUnit::share ? "targets.fault_percent" : "targets.fault_mark";
}

std::optional<std::int64_t> day_of(const std::string& typed) {
  const auto day = parse_time(typed);
  if (!day || typed.size() != kDayLength) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(*day).time_since_epoch().count();
}

void read_goal(TargetInput& input) {
  const auto* rule = rule_of(input.target.figure);
  if (!rule) {
    input.form.figure_fault = "targets.fault_figure";
    return;
  }
  if (const auto goal = limit_of(*rule, input.form.goal))
    input.target.goal = *goal;
  else
    input.form.goal_fault = fault_of_limit(*rule);
}

void read_day(TargetInput& input, std::int64_t today) {
  const auto day = day_of(input.form.by);
  if (day && *day > today && *day <= today + kFarthest)
    input.target.by_day = *day;
  else
    input.form.by_fault = "targets.fault_day";
}

void read_guard(TargetInput& input) {
  auto& [target, form, is_right] = input;
  if (target.guard.empty()) {
    if (!form.guard_limit.empty()) form.guard_fault = "targets.fault_guard_missing";
    return;
  }
  const auto* rule = rule_of(target.guard);
  if (!rule)
    form.guard_fault = "targets.fault_figure";
  else if (target.guard == target.figure)
    form.guard_fault = "targets.fault_guard_same";
  else if (const auto limit = limit_of(*rule, form.guard_limit))
    target.guard_limit = *limit;
  else
    form.limit_fault = fault_of_limit(*rule);
}

}  // namespace

TargetInput read_target(const Form& form, std::int64_t today) {
  TargetInput input;
  auto& [target, typed, is_right] = input;
  target.figure = form.text("figure");
  if (const auto lang = text::canonical_language(form.text("lang"))) target.lang = *lang;
  target.category = form.text("category");
  target.at_most = typed.at_most = form.text("side") == kAtMost;
  target.guard = form.text("guard");
  target.guard_at_most = typed.guard_at_most = form.text("guard_side") == kAtMost;
  typed.goal = form.text("goal");
  typed.by = form.text("by");
  typed.guard_limit = form.text("limit");
  read_goal(input);
  read_day(input, today);
  read_guard(input);
  is_right = typed.figure_fault.empty() && typed.goal_fault.empty() && typed.by_fault.empty() &&
             typed.guard_fault.empty() && typed.limit_fault.empty();
  return input;
}

}  // namespace kb

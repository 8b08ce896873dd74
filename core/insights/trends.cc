#include "core/insights/trends.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/insights/rate_test.h"

namespace kb::insights {
namespace {

constexpr double kLevel = 0.05;

struct Seen {
  std::int64_t now = 0;
  std::int64_t before = 0;
  std::vector<std::int64_t> by_step;
  std::optional<Time> first;
};

std::map<std::uint32_t, Seen> sightings_by_name(const std::vector<Sighting>& sightings,
                                                const std::vector<Period>& steps) {
  const Period period{steps.front().from, steps.back().until};
  const Period earlier = previous(period);
  std::map<std::uint32_t, Seen> all;
  for (const auto& [name, at] : sightings) {
    if (at >= period.until) continue;
    Seen& seen = all[name];
    seen.first = std::min(seen.first.value_or(at), at);
    seen.by_step.resize(steps.size());
    if (contains(earlier, at)) ++seen.before;
    if (const auto step = step_of(steps, at)) {
      ++seen.by_step[*step];
      ++seen.now;
    }
  }
  return all;
}

Direction direction_of(const Trend& trend, bool is_new) {
  if (is_new) return Direction::fresh;
  if (trend.now == 0) return Direction::gone;
  if (*trend.p >= kLevel) return Direction::steady;
  return trend.now > *trend.before ? Direction::rising : Direction::falling;
}

void compare(std::vector<Trend>& trends, const std::map<std::uint32_t, Seen>& all, Time from) {
  std::vector<double> p;
  for (const Trend& trend : trends) p.push_back(rate_change_p(trend.now, *trend.before));
  p = holm_adjusted(p);
  for (std::size_t i = 0; i < trends.size(); ++i) {
    trends[i].p = p[i];
    trends[i].direction = direction_of(trends[i], *all.at(trends[i].name).first >= from);
  }
}

}  // namespace

std::string_view direction_name(Direction direction) {
  constexpr std::array<std::string_view, 5> kNames = {"new", "rising", "steady", "falling", "gone"};
  return kNames.at(static_cast<std::size_t>(direction));
}

std::vector<Trend> trends_of(const std::vector<Sighting>& sightings,
                             const std::vector<Period>& steps, bool compares) {
  std::vector<Trend> trends;
  if (steps.empty()) return trends;
  const auto all = sightings_by_name(sightings, steps);
  for (const auto& [name, seen] : all) {
    if (seen.now == 0 && (!compares || seen.before == 0)) continue;
    trends.push_back({.name = name,
                      .now = seen.now,
                      .before = {},
                      .by_step = seen.by_step,
                      .p = {},
                      .direction = {}});
    if (compares) trends.back().before = seen.before;
  }
  if (compares) compare(trends, all, steps.front().from);
  std::stable_sort(trends.begin(), trends.end(),
                   [](const Trend& a, const Trend& b) { return a.now > b.now; });
  return trends;
}

}  // namespace kb::insights

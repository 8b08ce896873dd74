#include "core/insights/share.h"

#include <algorithm>
#include <cmath>

namespace kb::insights {
namespace {

constexpr double kNormal95 = 1.959963984540054;  // 97.5 % of the normal distribution lie below

}  // namespace

std::optional<double> Share::rate() const {
  if (of == 0) return std::nullopt;
  return static_cast<double>(count) / static_cast<double>(of);
}

std::optional<Interval> Share::interval() const {
  const auto p = rate();
  if (!p) return std::nullopt;
  const auto n = static_cast<double>(of);
  const double z2 = kNormal95 * kNormal95;
  const double centre = (*p + z2 / (2 * n)) / (1 + z2 / n);
  const double half = kNormal95 * std::sqrt(*p * (1 - *p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
  return Interval{std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace kb::insights

#include "core/insights/newcombe.h"

#include <cmath>

namespace kb::insights {

std::optional<Interval> newcombe(const Share& a, const Share& b) {
  const auto rate_a = a.rate();
  const auto rate_b = b.rate();
  if (!rate_a || !rate_b) return std::nullopt;
  const Interval of_a = *a.interval();
  const Interval of_b = *b.interval();
  const double difference = *rate_a - *rate_b;
  return Interval{difference - std::hypot(*rate_a - of_a.low, of_b.high - *rate_b),
                  difference + std::hypot(of_a.high - *rate_a, *rate_b - of_b.low)};
}

}  // namespace kb::insights

#include "core/insights/quantile.h"

#include <algorithm>

namespace kb::insights {

std::optional<double> quantile(std::vector<std::int64_t> values, double p) {
  if (values.empty()) return std::nullopt;
  const double place = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(place);
  const auto at = values.begin() + below;
  std::nth_element(values.begin(), at, values.end());
  const auto low = static_cast<double>(*at);
  if (at + 1 == values.end()) return low;
  const auto high = static_cast<double>(*std::min_element(at + 1, values.end()));
  return low + (high - low) * (place - static_cast<double>(below));
}

}  // namespace kb::insights

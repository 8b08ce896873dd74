#include "core/insights/rate_test.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kb::insights {

double rate_change_p(std::int64_t now, std::int64_t before) {
  const auto n = static_cast<double>(now + before);
  const std::int64_t fewer = std::min(now, before);
  // Down from the largest term, so that the sum ends where terms no longer count.
  const auto k = static_cast<double>(fewer);
  double term = std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) -
                         n * std::log(2.0));
  double tail = 0;
  for (std::int64_t i = fewer; i >= 0 && term > tail * 1e-17; --i) {
    tail += term;
    term *= static_cast<double>(i) / (n - static_cast<double>(i) + 1);
  }
  return std::min(1.0, 2 * tail);
}

std::vector<double> holm_adjusted(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> adjusted(p.size());
  double largest = 0;  // a larger p never ends below a smaller one
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const auto questions = static_cast<double>(order.size() - rank);
    largest = std::max(largest, std::min(1.0, p[order[rank]] * questions));
    adjusted[order[rank]] = largest;
  }
  return adjusted;
}

}  // namespace kb::insights

#include "core/insights/agreement.h"

#include <array>
#include <numeric>

namespace kb::insights {
namespace {

// How many ratings of each value there are; of one thing, or of all.
using Counts = std::array<double, kHighestRating>;

double sum(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0.0);
}

Counts counts_of(const std::vector<int>& ratings) {
  Counts counts{};
  for (const int rating : ratings)
    if (rating >= 1 && rating <= kHighestRating) ++counts[static_cast<std::size_t>(rating - 1)];
  return counts;
}

// How far two values lie apart, by how many ratings lie between them: a scale that nobody uses in
// the middle has no middle.
double squared_distance(const Counts& all, std::size_t low, std::size_t high) {
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(low);
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(high) + 1;
  const double distance = std::accumulate(begin, end, 0.0) - (all[low] + all[high]) / 2;
  return distance * distance;
}

// `pairs(low, high)`: how often the two values meet.
template <class Pairs>
double disagreement(const Counts& all, const Pairs& pairs) {
  double total = 0;
  for (std::size_t low = 0; low < all.size(); ++low)
    for (std::size_t high = low + 1; high < all.size(); ++high)
      total += pairs(low, high) * squared_distance(all, low, high);
  return total;
}

std::optional<double> alpha(const std::vector<Counts>& compared) {
  if (compared.size() < kFewestCompared) return std::nullopt;
  Counts all{};
  for (const auto& thing : compared)
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += thing[i];
  const double observed = disagreement(all, [&](std::size_t low, std::size_t high) {
    double pairs = 0;
    for (const auto& thing : compared) pairs += thing[low] * thing[high] / (sum(thing) - 1);
    return pairs;
  });
  const double by_chance =
      disagreement(all, [&](std::size_t low, std::size_t high) { return all[low] * all[high]; });
  if (by_chance == 0) return std::nullopt;
  return 1 - (sum(all) - 1) * observed / by_chance;
}

}  // namespace

Agreement agreement(std::span<const std::vector<int>> rated) {
  Agreement result;
  double total = 0;
  std::vector<Counts> compared;
  for (const auto& ratings : rated) {
    const Counts counts = counts_of(ratings);
    for (std::size_t i = 0; i < counts.size(); ++i) total += counts[i] * static_cast<double>(i + 1);
    result.ratings += static_cast<std::size_t>(sum(counts));
    if (sum(counts) >= 2) compared.push_back(counts);
  }
  if (result.ratings > 0) result.mean = total / static_cast<double>(result.ratings);
  result.compared = compared.size();
  result.alpha = alpha(compared);
  return result;
}

}  // namespace kb::insights

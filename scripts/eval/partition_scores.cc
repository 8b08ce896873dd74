#include "scripts/eval/partition_scores.h"

#include <cmath>
#include <map>
#include <utility>

namespace kb::eval {
namespace {

template <class Counts>
double entropy(const Counts& counts, double all) {
  double sum = 0;
  for (const auto& [key, count] : counts) sum -= count / all * std::log(count / all);
  return sum;
}

template <class Counts>
double pairs(const Counts& counts) {
  double sum = 0;
  for (const auto& [key, count] : counts) sum += count * (count - 1) / 2;
  return sum;
}

}  // namespace

PartitionScores partition_scores(const std::vector<std::uint32_t>& labels,
                                 const std::vector<std::uint32_t>& clusters) {
  std::map<std::uint32_t, double> by_label;
  std::map<std::uint32_t, double> by_cluster;
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> by_both;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    ++by_label[labels[i]];
    ++by_cluster[clusters[i]];
    ++by_both[{labels[i], clusters[i]}];
  }
  const auto all = static_cast<double>(labels.size());
  const double label = entropy(by_label, all);
  const double cluster = entropy(by_cluster, all);
  const double both = entropy(by_both, all);

  PartitionScores scores;
  const double homogeneity = label > 0 ? 1 - (both - cluster) / label : 1;
  const double completeness = cluster > 0 ? 1 - (both - label) / cluster : 1;
  if (homogeneity + completeness > 0)
    scores.v_measure = 2 * homogeneity * completeness / (homogeneity + completeness);
  scores.nmi = label + cluster > 0 ? 2 * (label + cluster - both) / (label + cluster) : 1;

  const double possible = all * (all - 1) / 2;
  const double by_chance = possible > 0 ? pairs(by_label) * pairs(by_cluster) / possible : 0;
  const double most = (pairs(by_label) + pairs(by_cluster)) / 2;
  scores.ari = most > by_chance ? (pairs(by_both) - by_chance) / (most - by_chance) : 1;
  return scores;
}

}  // namespace kb::eval

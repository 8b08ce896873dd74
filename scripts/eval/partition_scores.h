// How well clusters agree with what the questions are about.
//
//   partition_scores({0, 0, 1, 1}, {0, 0, 1, 2})      // v_measure 0.8, ari 0.57, nmi 0.8
//
// V-measure (Rosenberg and Hirschberg, 2007): the harmonic mean of homogeneity, 1 - H(label |
// cluster) / H(label), and completeness, 1 - H(cluster | label) / H(cluster). ARI (Hubert and
// Arabie, 1985): pairs that are together in both, above chance, as a share of what is possible. NMI
// (Kvålseth, 1987): mutual information over the arithmetic mean of both entropies; it equals the
// V-measure, and stands beside it for those who look for its name. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <vector>

namespace kb::eval {

struct PartitionScores {
  double v_measure = 0;
  double ari = 0;
  double nmi = 0;
};

// Both of the same length, by question.
PartitionScores partition_scores(const std::vector<std::uint32_t>& labels,
                                 const std::vector<std::uint32_t>& clusters);

}  // namespace kb::eval

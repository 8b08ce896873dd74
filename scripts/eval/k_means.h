// k-means over the TF-IDF of texts, as scikit-learn does it by default: what clusters of questions
// are compared with.
//
//   const auto vectors = tf_idf(texts);                     // texts are lists of words
//   k_means(vectors, 77, 10)                                // for each text a cluster, 0 to 76
//
// Counts times ln((1 + n) / (1 + df)) + 1, of length 1; Lloyd's algorithm from k-means++ (Arthur
// and Vassilvitskii, 2007) by Euclidean distance, the best of several starts by inertia. The seeds
// are fixed: the same texts give the same clusters. Pure, thread-safe; takes seconds.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kb::eval {

struct Vectors {
  std::size_t dimensions = 0;
  std::vector<std::vector<std::pair<std::uint32_t, float>>> rows;  // dimension and value
};

Vectors tf_idf(const std::vector<std::vector<std::string>>& texts);

std::vector<std::uint32_t> k_means(const Vectors& vectors, std::size_t clusters, int starts);

}  // namespace kb::eval

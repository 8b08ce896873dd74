#include "scripts/eval/k_means.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

namespace kb::eval {
namespace {

constexpr int kMostRounds = 300;

using Row = std::vector<std::pair<std::uint32_t, float>>;
using Center = std::vector<float>;

float product(const Row& row, const Center& center) {
  float sum = 0;
  for (const auto& [dimension, value] : row) sum += value * center[dimension];
  return sum;
}

float square(const Center& center) {
  float sum = 0;
  for (const auto value : center) sum += value * value;
  return sum;
}

Center dense(const Row& row, std::size_t dimensions) {
  Center center(dimensions);
  for (const auto& [dimension, value] : row) center[dimension] = value;
  return center;
}

// Squared Euclidean distance; rows are of length 1, or empty.
double distance(const Row& row, const Center& center, float center_square) {
  const float own = row.empty() ? 0.0F : 1.0F;
  return std::max(0.0F, own - 2 * product(row, center) + center_square);
}

// Each next center is a row drawn by its squared distance to the nearest one so far.
std::vector<Center> first_centers(const Vectors& vectors, std::size_t count,
                                  std::mt19937_64& random) {
  const auto& rows = vectors.rows;
  std::vector<Center> centers;
  std::vector<double> nearest(rows.size(), 1);
  while (centers.size() < count) {
    const auto drawn =
        std::discrete_distribution<std::size_t>(nearest.begin(), nearest.end())(random);
    centers.push_back(dense(rows[drawn], vectors.dimensions));
    const float length = square(centers.back());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double far = distance(rows[i], centers.back(), length);
      nearest[i] = centers.size() == 1 ? far : std::min(nearest[i], far);
    }
  }
  return centers;
}

struct Outcome {
  std::vector<std::uint32_t> cluster;
  double inertia = std::numeric_limits<double>::max();
};

Outcome assign(const Vectors& vectors, const std::vector<Center>& centers) {
  std::vector<float> squares;
  for (const auto& center : centers) squares.push_back(square(center));
  Outcome outcome{std::vector<std::uint32_t>(vectors.rows.size()), 0};
  for (std::size_t i = 0; i < vectors.rows.size(); ++i) {
    double best = std::numeric_limits<double>::max();
    for (std::uint32_t c = 0; c < centers.size(); ++c)
      if (const double far = distance(vectors.rows[i], centers[c], squares[c]); far < best) {
        best = far;
        outcome.cluster[i] = c;
      }
    outcome.inertia += best;
  }
  return outcome;
}

// To the mean of what is nearest; a center that nothing is nearest to stays.
void move(std::vector<Center>& centers, const Vectors& vectors, const Outcome& outcome) {
  std::vector<std::size_t> sizes(centers.size());
  for (const auto cluster : outcome.cluster) ++sizes[cluster];
  for (std::size_t c = 0; c < centers.size(); ++c)
    if (sizes[c] > 0) std::ranges::fill(centers[c], 0.0F);
  for (std::size_t i = 0; i < vectors.rows.size(); ++i) {
    const auto cluster = outcome.cluster[i];
    for (const auto& [dimension, value] : vectors.rows[i])
      centers[cluster][dimension] += value / static_cast<float>(sizes[cluster]);
  }
}

Outcome one_start(const Vectors& vectors, std::size_t clusters, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  auto centers = first_centers(vectors, clusters, random);
  Outcome outcome = assign(vectors, centers);
  for (int round = 0; round < kMostRounds; ++round) {
    move(centers, vectors, outcome);
    Outcome next = assign(vectors, centers);
    if (next.cluster == outcome.cluster) break;
    outcome = std::move(next);
  }
  return outcome;
}

}  // namespace

Vectors tf_idf(const std::vector<std::vector<std::string>>& texts) {
  std::map<std::string, std::uint32_t> number_of;
  std::vector<std::map<std::uint32_t, float>> counts;
  std::vector<float> texts_with;
  for (const auto& text : texts) {
    auto& count = counts.emplace_back();
    for (const auto& word : text)
      ++count[number_of.try_emplace(word, static_cast<std::uint32_t>(number_of.size()))
                  .first->second];
    texts_with.resize(number_of.size());
    for (const auto& [word, times] : count) ++texts_with[word];
  }
  Vectors vectors{number_of.size(), {}};
  const auto all = static_cast<float>(texts.size());
  for (const auto& count : counts) {
    auto& row = vectors.rows.emplace_back();
    float length = 0;
    for (const auto& [word, times] : count) {
      row.emplace_back(word, times * (std::log((1 + all) / (1 + texts_with[word])) + 1));
      length += row.back().second * row.back().second;
    }
    for (auto& [word, value] : row) value /= std::sqrt(length);
  }
  return vectors;
}

std::vector<std::uint32_t> k_means(const Vectors& vectors, std::size_t clusters, int starts) {
  Outcome best;
  for (int start = 0; start < starts; ++start) {
    Outcome next = one_start(vectors, clusters, static_cast<std::uint64_t>(start));
    if (next.inertia < best.inertia) best = std::move(next);
  }
  return best.cluster;
}

}  // namespace kb::eval

// How far people who rated the same things on a scale from 1 to 5 agree: Krippendorff's alpha for
// ordinal data. 1: wholly; 0: no more than by chance; below: less than that.
//
//   agreement({{4, 5}, {2, 2}, {5, 5, 4}, {1, 2}, {3, 3}})   // one row a thing, each rater's value
//     -> {.alpha = 0.86, .mean = 3.27, .ratings = 11, .compared = 5}
//
// Raters may leave things out. Nothing is said of fewer than five things that two or more have
// rated, nor where all ratings are the same: chance explains those as well. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace kb::insights {

inline constexpr int kHighestRating = 5;
inline constexpr std::size_t kFewestCompared = 5;

struct Agreement {
  std::optional<double> alpha;  // of the things that two or more have rated
  std::optional<double> mean;   // of all ratings
  std::size_t ratings = 0;
  std::size_t compared = 0;  // things with two ratings or more
};

// A value that is none of 1 to 5 is left out.
Agreement agreement(std::span<const std::vector<int>> rated);

}  // namespace kb::insights

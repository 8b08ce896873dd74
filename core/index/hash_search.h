// Finds a hash among many in ascending order: hashes spread evenly, so a first guess lands close
// (interpolation search, W. W. Peterson, 1957).
//
//   std::size_t at = first_not_below(size, guess, wanted, [&](std::size_t i) { return hashes[i];
//   }); if (at < size && hashes[at] == wanted) …
//
// `guess`: where it should be if they were spread evenly, below `size`. Pure, thread-safe.

#pragma once

#include <algorithm>
#include <cstddef>

namespace kb::index {

template <class Hash, class HashAt>
std::size_t first_not_below(std::size_t size, std::size_t guess, Hash wanted, HashAt hash_at) {
  std::size_t low = guess;
  std::size_t high = guess + 1;
  for (std::size_t step = 8; low > 0 && hash_at(low) > wanted; step *= 2)
    low = low > step ? low - step : 0;
  for (std::size_t step = 8; high < size && hash_at(high) <= wanted; step *= 2)
    high = std::min(size, high + step);
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (hash_at(middle) < wanted)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

}  // namespace kb::index

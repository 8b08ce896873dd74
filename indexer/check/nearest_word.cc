#include "indexer/check/nearest_word.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace kb {
namespace {

// Letters to change, add or leave out (Levenshtein); two that changed places count as one.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last, last, row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = std::exchange(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row.back();
}

template <class Word>
std::optional<std::string_view> nearest(std::string_view written, std::span<const Word> known) {
  std::optional<std::string_view> best;
  std::size_t best_distance = std::max<std::size_t>(1, written.size() / 3) + 1;
  for (const std::string_view word : known) {
    const std::size_t more = std::max(word.size(), written.size());
    const std::size_t less = std::min(word.size(), written.size());
    if (more - less >= best_distance) continue;
    if (const std::size_t steps = distance(written, word); steps < best_distance) {
      best = word;
      best_distance = steps;
    }
  }
  return best;
}

}  // namespace

std::optional<std::string_view> nearest_word(std::string_view written,
                                             std::span<const std::string_view> known) {
  return nearest(written, known);
}

std::optional<std::string_view> nearest_word(std::string_view written,
                                             std::span<const std::string> known) {
  return nearest(written, known);
}

}  // namespace kb

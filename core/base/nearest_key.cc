#include "core/base/nearest_key.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kb {
namespace {

int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = std::exchange(row[0], static_cast<int>(i));
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row.back();
}

}  // namespace

std::string nearest_key(std::string_view unknown, const std::vector<std::string_view>& known) {
  const auto best = std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
    return edit_distance(unknown, a) < edit_distance(unknown, b);
  });
  if (edit_distance(unknown, *best) <= std::max<int>(2, static_cast<int>(best->size()) / 2))
    return "did you mean `" + std::string(*best) + "`?";
  std::string list = "known here:";
  for (auto key : known) list += " " + std::string(key);
  return list;
}

}  // namespace kb

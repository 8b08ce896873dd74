#include "core/index/wanted_words.h"

#include <algorithm>
#include <cmath>

#include "core/text/normal_form.h"

namespace kb::index {
namespace {

constexpr double kClose = 0.5;  // what is farther than the nearest by more is noise

// How many slips so many letters may hold: none below three.
double most_wanted_slips(std::size_t letters) {
  if (letters < 3) return 0;
  return letters < 7 ? 1.0 : 2.0;
}

std::vector<SoughtWord::Near> near_words(const WordList& words, const std::string& typed) {
  const auto letters = text::to_utf32(typed);
  const double most = most_wanted_slips(letters.size());
  if (most == 0) return {};
  const auto found = near_prefixes(words, letters, most);
  double nearest = most;
  for (const auto& each : found)
    if (each.distance > 0) nearest = std::min(nearest, each.distance);
  std::vector<SoughtWord::Near> near;
  for (const auto& each : found)
    if (each.distance > 0 && each.distance <= nearest + kClose)
      near.push_back({each.words, static_cast<std::uint16_t>(std::lround(each.distance * 10))});
  return near;
}

}  // namespace

std::optional<std::uint16_t> SoughtWord::slips_to(std::uint32_t word) const {
  if (begins.contains(word)) return std::uint16_t{0};
  const auto after =
      std::ranges::upper_bound(near, word, {}, [](const Near& each) { return each.words.begin; });
  if (after == near.begin() || !std::prev(after)->words.contains(word)) return std::nullopt;
  return std::prev(after)->slips;
}

std::vector<SoughtWord> wanted_words(const WordList& words, const TypedText& typed, Slips slips) {
  std::vector<SoughtWord> wanted;
  for (const auto& word : typed.words) {
    auto& each = wanted.emplace_back();
    each.whole = words.find(word.plain);
    each.begins = words.with_prefix(word.plain);
    if (slips == Slips::allowed && !each.whole) each.near = near_words(words, word.plain);
  }
  return wanted;
}

}  // namespace kb::index

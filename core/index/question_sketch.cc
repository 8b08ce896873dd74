#include "core/index/question_sketch.h"

#include <algorithm>
#include <limits>

namespace kb::index {
namespace {

// Of the questions of BANKING77 that are so much alike, 0.95 of the pairs have the same intent.
constexpr double kLikeness = 0.75;
// That two long messages share much by chance is less likely, and signatures may differ.
constexpr double kLikenessOfLong = 0.6;
constexpr double kShort = 80;  // distinct grams: a sentence or two
constexpr double kLong = 240;  // a paragraph

// Each band joins so many minima: pairs as like as kLikeness share one of 8 in 0.99 of the cases.
constexpr std::size_t kRows = 3;

// Spreads hashes evenly (the last step of MurmurHash3); each `turn` in another way.
std::uint32_t spread(std::uint32_t hash, std::uint32_t turn) {
  hash ^= turn * 0x9E3779B9U;
  hash ^= hash >> 16;
  hash *= 0x85EBCA6BU;
  hash ^= hash >> 13;
  hash *= 0xC2B2AE35U;
  return hash ^ (hash >> 16);
}

double needed_likeness(std::uint32_t size) {
  const double long_share = std::clamp((size - kShort) / (kLong - kShort), 0.0, 1.0);
  return kLikeness + (kLikenessOfLong - kLikeness) * long_share;
}

}  // namespace

QuestionSketch sketch_of(const std::vector<std::uint32_t>& grams) {
  QuestionSketch sketch;
  sketch.sample.reserve(grams.size());
  std::array<std::uint32_t, QuestionSketch::kBands * kRows> least;
  least.fill(std::numeric_limits<std::uint32_t>::max());
  for (const auto gram : grams) sketch.sample.push_back(spread(gram, 0));
  std::sort(sketch.sample.begin(), sketch.sample.end());
  sketch.sample.erase(std::unique(sketch.sample.begin(), sketch.sample.end()), sketch.sample.end());
  for (const auto hash : sketch.sample)
    for (std::uint32_t turn = 0; turn < least.size(); ++turn)
      least[turn] = std::min(least[turn], spread(hash, turn + 1));
  for (std::size_t band = 0; band < sketch.bands.size(); ++band)
    for (std::size_t row = 0; row < kRows; ++row)
      sketch.bands[band] =
          spread(sketch.bands[band] ^ least[band * kRows + row], static_cast<std::uint32_t>(band));
  sketch.size = static_cast<std::uint32_t>(sketch.sample.size());
  if (sketch.sample.size() > QuestionSketch::kSample) sketch.sample.resize(QuestionSketch::kSample);
  sketch.sample.shrink_to_fit();
  return sketch;
}

double likeness(const QuestionSketch& a, const QuestionSketch& b) {
  const bool whole = a.size == a.sample.size() && b.size == b.sample.size();
  const auto most = whole ? a.sample.size() + b.sample.size() : QuestionSketch::kSample;
  std::size_t looked_at = 0;
  std::size_t shared = 0;
  auto left = a.sample.begin();
  auto right = b.sample.begin();
  while (looked_at < most && (left != a.sample.end() || right != b.sample.end())) {
    ++looked_at;
    const bool only_left = right == b.sample.end() || (left != a.sample.end() && *left < *right);
    const bool only_right = left == a.sample.end() || (right != b.sample.end() && *right < *left);
    if (!only_left && !only_right) ++shared;
    if (!only_right) ++left;
    if (!only_left) ++right;
  }
  return looked_at == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(looked_at);
}

bool near_duplicate(const QuestionSketch& a, const QuestionSketch& b) {
  const auto [less, more] = std::minmax(a.size, b.size);
  const double needed = needed_likeness(less);
  if (less == 0 || less < needed * more) return false;  // their sizes alone forbid it
  return likeness(a, b) >= needed;
}

}  // namespace kb::index

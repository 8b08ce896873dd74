// What two questions must share to be asked about the same thing in nearly the same words: a small
// sample of a question's letter grams, from which their likeness is told without the texts.
//
//   QuestionSketch a = sketch_of(grams_of(words)), b = …;
//   near_duplicate(a, b)            // "card not here yet?" and "my card's not here yet"
//
// The sample is the least of the grams' hashes (A. Broder, 1997): exact for short questions, a fair
// estimate (about 0.05 either way) for long ones. Letter grams rather than words: long words say
// more, and have more. Depends on the two texts alone, so what belongs together never depends on
// what else there is. Pure values, thread-safe.

#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace kb::index {

struct QuestionSketch {
  static constexpr std::size_t kSample = 96;
  static constexpr std::size_t kBands = 8;

  std::uint32_t size = 0;             // distinct grams of the question
  std::vector<std::uint32_t> sample;  // the least of their hashes, ascending

  // Those who are near duplicates share one of these, nearly always: what to look others up by.
  std::array<std::uint32_t, kBands> bands{};

  bool operator==(const QuestionSketch&) const = default;
};

QuestionSketch sketch_of(const std::vector<std::uint32_t>& grams);

// Shared grams ÷ all grams of both, 0 to 1 (Jaccard); 0 where one has none.
double likeness(const QuestionSketch& a, const QuestionSketch& b);

bool near_duplicate(const QuestionSketch& a, const QuestionSketch& b);

}  // namespace kb::index

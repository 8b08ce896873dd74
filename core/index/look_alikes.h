// Words of an index that share most of their letters with one it does not have: parts of compounds
// ("Rechnung" for "Rechnungsadresse", and the other way round), inflections that no stemmer knows,
// small misspellings.
//
//   for (const LookAlike& word : look_alikes(forms.folded, lexicons, 5))
//     word.surface, word.likeness                     // "rechnungsadresse", 0.86
//
// Likeness is the share of the letter grams of one that the other has, whichever is greater
// (letter_grams.h). Best first. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/lexicon.h"

namespace kb::index {

struct LookAlike {
  std::string surface;
  double likeness;  // above 0, at most 1
};

std::vector<LookAlike> look_alikes(std::string_view folded,
                                   std::span<const Lexicon* const> lexicons, std::size_t most);

}  // namespace kb::index

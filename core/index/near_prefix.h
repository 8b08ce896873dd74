// Words that begin, but for slips of the hand, with what somebody has typed so far.
//
//   near_prefixes(words, U"pasw", 0.7)   -> password, passwords: 0.7 away, as "pasw" of "passw"
//
// Slips cost as in core/text/typing_distance.h; what comes after the typed letters costs nothing.
// The list is walked like the tree that its common beginnings make, one row of distances a letter,
// and whole branches are left as soon as nothing in them can be near. Pure, thread-safe.

#pragma once

#include <string_view>
#include <vector>

#include "core/index/word_list.h"

namespace kb::index {

struct NearWords {
  WordRange words;
  double distance = 0;
};

// In the order of the list, all within `most`. Typed: small letters without diacritics, composed.
std::vector<NearWords> near_prefixes(const WordList& words, std::u32string_view typed, double most);

}  // namespace kb::index

// How far a typed word is from a meant one: the least sum of slips that makes one of the other.
//
//   typing_distance(U"refudn", U"refund", 2.0) -> 0.8     two letters in the wrong order
//   typing_distance(U"plati", U"plăți", 2.0)   -> 0.6     letters without their marks
//
// The restricted edit distance with transpositions (F. J. Damerau, "A technique for computer
// detection and correction of spelling errors", 1964; R. A. Wagner, M. J. Fischer, "The
// string-to-string correction problem", 1974), with slips that hands make often costing less than 1
// and the first letter, which few get wrong, more. Pure, thread-safe; allocates for words of more
// than 64 letters only; less than a microsecond for two words of 8 letters.

#pragma once

#include <string_view>

namespace kb::text {

// Small letters, composed (NFC). Above `most` it is `most` + 1, as soon as that is certain.
double typing_distance(std::u32string_view typed, std::u32string_view meant, double most);

}  // namespace kb::text

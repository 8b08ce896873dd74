// The letter n-grams of a word: what words share that no stemmer knows to be related, as
// "Rechnungsadresse" and "Rechnung", or a word and its misspelling.
//
//   std::vector<std::uint32_t> grams;  add_letter_grams("lange", grams);   // _lan lang ange nge_
//
// Four letters in a row, the word's edges counting as letters; two, without edges, in Chinese,
// Japanese and Korean, whose characters say more (McNamee and Mayfield, 2004, on both lengths).
// Each gram is a 32-bit hash of its letters. Input: the folded form of a word (fold.h). Pure,
// thread-safe.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kb::text {

inline constexpr std::size_t kMostLettersInGrams = 48;  // of longer words the first ones count

// Adds them in the word's order, each once per place.
void add_letter_grams(std::string_view folded, std::vector<std::uint32_t>& grams);

}  // namespace kb::text

// Which of a database's words each typed word may stand for: those that begin with it and, where
// slips are allowed, those that nearly do.
//
//   const auto wanted = wanted_words(suggestions.words(), typed, Slips::none);
//   wanted[0].slips_to(word)   // 0: as typed; 8: 0.8 of a slip away; nothing: another word
//
// A typed word that is a word as it stands is taken as it is; slips are looked for from the third
// letter. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/index/near_prefix.h"
#include "core/index/typed_text.h"
#include "core/index/word_list.h"

namespace kb::index {

enum class Slips { none, allowed };

struct SoughtWord {
  struct Near {
    WordRange words;
    std::uint16_t slips;  // in tenths
  };

  std::optional<std::uint32_t> whole;  // the word itself, if it is one
  WordRange begins;                    // all that begin so, it too
  std::vector<Near> near;              // the others that nearly do, in their order

  std::optional<std::uint16_t> slips_to(std::uint32_t word) const;
};

std::vector<SoughtWord> wanted_words(const WordList& words, const TypedText& typed, Slips slips);

}  // namespace kb::index

// A typed text with its misspelt words put right, by the words of the indexes at hand.
//
//   corrected("refnud polisy", handle.analyser, {&lexicon}, is_known)  -> "refund policy"
//   corrected("refund policy", …)                                      -> nothing: all are known
//
// Of the words near enough (typing_distance.h) the most frequent wins; two words written as one
// come apart. Numbers, codes and words of one or two letters stay as they are. Only words that the
// given lexicons have are proposed. Takes some tenths of a millisecond for a word; as thread-safe
// as the analyser.

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/index/lexicon.h"
#include "core/text/analyser.h"

namespace kb::index {

using KnownWord = std::function<bool(const text::WordForms&)>;

// Nothing where no word can be put right.
std::optional<std::string> corrected(std::string_view text, text::Analyser& analyser,
                                     std::span<const Lexicon* const> lexicons,
                                     const KnownWord& is_known);

}  // namespace kb::index

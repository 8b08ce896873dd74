// Which language a text is in, as far as the index can tell: the one whose articles have its words.
//
//   rank_languages(words, {{"en", lexicons_en}, {"ro", lexicons_ro}})
//   -> {{"ro", 0.9, -1.2}, {"en", 0.1, -5.4}}             best first
//
// A detector is unreliable on two or three words and knows no product's names; the index knows how
// many of a language's articles have each word. Words are compared in their folded form, whatever
// analyser made it. Pure, thread-safe.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/index/lexicon.h"
#include "core/text/analyser.h"

namespace kb::index {

struct LanguageWords {
  std::string lang;
  std::vector<const Lexicon*> lexicons;
  double articles = 0;
};

struct LanguageEvidence {
  std::string lang;
  double known = 0;       // share of the words that its articles have
  double likelihood = 0;  // mean logarithm of the share of articles that have a word; at most 0
};

std::vector<LanguageEvidence> rank_languages(std::span<const text::WordForms> words,
                                             std::span<const LanguageWords> languages);

}  // namespace kb::index

// The one analyser, for documents and queries alike: text becomes words, each in the four forms by
// which it can be found.
//
//   Analyser analyser("pl", stemmers);
//   for (const Word& word : analyser.analyse("Zwroty i Płatności"))
//     word.forms->surface   // "zwroty", "i", "płatności"
//     word.forms->folded    // "zwroty", "i", "platnosci"
//
// ICU finds the words (its dictionaries segment Thai, Lao, Khmer, Burmese, Chinese and Japanese);
// what is written as one, like autoRenew, example.com or l'eau, becomes its pieces.
// Not thread-safe: one per thread; it caches forms, a few megabytes at most. Never fails: invalid
// UTF-8 counts as U+FFFD, which is no word.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/stemmer.h"

namespace kb::text {

struct WordForms {
  std::string surface;      // what all spellings of the word share (spelling_variants.h): "plăți"
  std::string stem;         // what its inflections share, or the surface where there is no stemmer
  std::string folded;       // the surface as typed without diacritics: "plati"
  std::string folded_stem;  // the stem of that: depends on `folded` alone, so that both meet
};

struct Word {
  std::uint32_t begin;     // bytes in the text
  std::uint32_t end;       // one past its last byte
  const WordForms* forms;  // never null; valid until the next trim()
};

class Analyser {
 public:
  Analyser(std::string_view lang, Stemmers& stemmers);
  ~Analyser();
  Analyser(Analyser&&) noexcept;

  // In text order. The vector is valid until the next call.
  const std::vector<Word>& analyse(std::string_view text);

  // What the last analyse() found in pieces, put together: "wi-fi" as wifi, E-1042 as e1042,
  // autoRenew as autorenew. Each word covers all its pieces, of which there are 2 to 6, written
  // without a space. Valid as long as what analyse() returned.
  const std::vector<Word>& joined() const;

  // Whether stems tell more than the words themselves in this language.
  bool has_stemmer() const;

  // Lets go of cached forms if there are many; call it between documents or queries.
  void trim();

  // Where words of `lang` would come out otherwise, this differs.
  static std::string fingerprint(std::string_view lang);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb::text

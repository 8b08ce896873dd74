// How a language spells one word in several ways, and what its typists leave out.
//
//   SpellingVariants german("de");
//   german.surface("Gebäude") -> "gebäude"      german.folded("gebäude")  -> "gebaude"
//   german.surface("Gebaeude") -> "gebaeude"    german.folded("gebaeude") -> "gebaude"
//
// The surface is what readers take for the same word (case, width, composed letters, vowel marks,
// Serbian's two scripts, cedillas for commas); the folded form is weaker: without diacritics, and
// as typed on another keyboard (ae for ä). Words that only look alike when folded may meet there:
// exact forms rank above it. Immutable, thread-safe; invalid UTF-8 becomes U+FFFD.

#pragma once

#include <string>
#include <string_view>

namespace kb::text {

class SpellingVariants {
 public:
  explicit SpellingVariants(std::string_view lang);

  std::string surface(std::string_view word) const;
  std::string folded(std::string_view surface) const;  // never empty where the surface is not

 private:
  struct Habits;
  const Habits* habits_;
};

}  // namespace kb::text

// Stemmers: what the inflected forms of a word have in common, language by language.
//
//   Stemmers stemmers;                              // one for the whole program
//   stemmers.of("en")->stem("refunds")  -> "refund"
//   stemmers.of("pl")->stem("fakturze") -> "faktura"
//   stemmers.of("th")                   -> nullptr   (words are indexed as they are)
//
// Snowball (libstemmer) where it has the language, Hunspell with the system's dictionary where that
// measurably helps (Polish), else a light stemmer (light_stemmers.h). A dictionary is loaded at its
// first word. Stemmers and the stemmers it hands out are thread-safe: each guards its library by a
// lock, so callers keep a cache of their own (see analyser.h). A missing dictionary means a light
// stemmer or none, and another fingerprint.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace kb::text {

class Stemmer {
 public:
  virtual ~Stemmer() = default;
  virtual std::string stem(std::string_view word) = 0;  // `word` is case-folded

  // The stem of a word that may have lost its diacritics: depends on nothing but `folded`, so that
  // "devolucion" and "devolución" meet whatever endings they lose. May have diacritics again.
  virtual std::string stem_folded(std::string_view folded) { return stem(folded); }
};

class Stemmers {
 public:
  Stemmer* of(std::string_view lang);

  // Changes whenever words of `lang` could be stemmed differently: algorithm, dictionary, version.
  static std::string fingerprint(std::string_view lang);

 private:
  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<Stemmer>, std::less<>> by_language_;
};

}  // namespace kb::text

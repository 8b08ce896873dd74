// The words of one database: how they are written, how many articles have them, and which of them
// look alike. For what somebody typed that is not quite a word of the index.
//
//   std::string bytes = encode_lexicon("pl", words, articles);   // when the database is written
//   Result<Lexicon> lexicon = Lexicon::open(bytes);           // a view: the bytes must stay
//   lexicon->find("platnosci")                                // number of "płatności", or nothing
//   for (auto word : lexicon->places_of(gram).words) …        // letter_grams.h
//
// Words are told apart by their folded form; each shows its most frequent spelling. open() fails on
// damaged bytes. Thread-safe.

#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kb::index {

inline constexpr const char* kLexiconFile = "words.lexicon";

struct LexiconWord {
  std::string surface;      // as WordForms::surface
  std::uint32_t frequency;  // articles that have it
};

// `articles`: in the database.
std::string encode_lexicon(std::string_view lang, const std::vector<LexiconWord>& words,
                           std::uint32_t articles);

// A run of numbers in the file.
class NumberList {
 public:
  NumberList() = default;
  NumberList(const char* first, std::size_t size) : first_(first), size_(size) {}

  std::size_t size() const { return size_; }
  std::uint32_t operator[](std::size_t i) const {
    std::uint32_t value = 0;
    std::memcpy(&value, first_ + i * sizeof value, sizeof value);
    return value;
  }
  NumberList part(std::size_t from, std::size_t count) const {
    return {first_ + from * sizeof(std::uint32_t), count};
  }

 private:
  const char* first_ = nullptr;
  std::size_t size_ = 0;
};

class Lexicon {
 public:
  static Result<Lexicon> open(std::string_view bytes);

  std::size_t size() const { return hashes_.size(); }
  std::string_view folded(std::size_t word) const;
  std::string_view surface(std::size_t word) const;
  std::uint32_t frequency(std::size_t word) const { return frequencies_[word]; }
  std::uint32_t hash(std::size_t word) const { return hashes_[word]; }  // as WordKey::word

  // Which letters the word has, as bits: two words that differ in many are far apart.
  std::uint32_t letters(std::size_t word) const { return letters_[word]; }

  std::optional<std::size_t> find(std::string_view folded) const;

  // Where a letter gram occurs.
  struct GramPlaces {
    NumberList words;             // their numbers, ascending
    std::uint32_t frequency = 0;  // articles, about: as if its words occurred independently
  };
  GramPlaces places_of(std::uint32_t gram) const;

 private:
  NumberList hashes_, frequencies_, letters_, folded_ends_, surface_ends_;
  NumberList grams_, gram_frequencies_, posting_ends_, postings_;
  std::string_view folded_text_, surface_text_;
};

// As Lexicon::letters() of a folded word.
std::uint32_t letters_of(std::string_view folded);

}  // namespace kb::index

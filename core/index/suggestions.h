// What can be suggested from one database while somebody types: the titles, headings, keywords and
// tags of its articles (phrases), by the words in them, and what may complete a query.
//
//   Result<Suggestions> suggestions = Suggestions::decode(bytes, catalogue.rows().size());
//   for (std::uint32_t number : suggestions->phrases_with(*suggestions->words().find("refund"))) …
//
// Words are without case and diacritics, as suggestion_word() makes them for texts and readers
// alike. It is made when a database is written (suggestion_writer.h), searched by phrase_search.h.
// Thread-safe: never changes. decode fails on damaged bytes.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/index/word_list.h"

namespace kb::index {

// Beside the catalogue, in a database's folder.
inline constexpr const char* kSuggestionsFile = "articles.suggestions";

// Words of a phrase; what follows is not looked for.
inline constexpr std::size_t kMostPhraseWords = 24;

// "Plăți" -> "plati"
std::string suggestion_word(std::string_view written);

// Where a phrase stands, the most telling first.
enum class Place : std::uint16_t { title, heading, label };

struct SuggestedPhrase {
  std::uint32_t row;         // its article's, in the catalogue
  std::uint32_t title;       // the phrase that is its article's title; no later than this one
  std::uint32_t text;        // bytes into all texts; the anchor of a heading follows it there
  std::uint32_t first_word;  // into all phrases' words
  std::uint16_t text_size;
  std::uint16_t anchor_size;
  std::uint16_t word_count;
  Place place;
};

struct PhraseWord {
  std::uint32_t word;   // in words()
  std::uint16_t begin;  // bytes into the phrase's text
  std::uint16_t end;
};

// One to four words that follow one another in some phrase.
struct Completion {
  std::uint32_t phrase;  // one that has them, written as they should be
  std::uint16_t first;   // which of its words
  std::uint16_t words;
  std::uint32_t count;  // how often they occur in all phrases
};

class Suggestions {
 public:
  static Result<Suggestions> decode(std::string_view bytes, std::size_t rows);
  std::string encode() const;

  const WordList& words() const { return words_; }
  const std::vector<SuggestedPhrase>& phrases() const {
    return phrases_;
  }  // title first, by article
  const std::vector<Completion>& completions() const { return completions_; }  // by their words

  std::string_view text(const SuggestedPhrase& phrase) const {
    return std::string_view(texts_).substr(phrase.text, phrase.text_size);
  }
  std::string_view anchor(const SuggestedPhrase& phrase) const {
    return std::string_view(texts_).substr(phrase.text + phrase.text_size, phrase.anchor_size);
  }
  std::span<const PhraseWord> words_of(const SuggestedPhrase& phrase) const {
    return std::span(phrase_words_).subspan(phrase.first_word, phrase.word_count);
  }
  std::span<const PhraseWord> words_of(const Completion& completion) const {
    return words_of(phrases_[completion.phrase]).subspan(completion.first, completion.words);
  }
  std::string_view text(const Completion& completion) const;

  // In ascending order; a phrase that has a word twice is there twice.
  std::span<const std::uint32_t> phrases_with(std::uint32_t word) const {
    return phrases_with(WordRange{word, word + 1});
  }
  // Those of all words of a range, word by word.
  std::span<const std::uint32_t> phrases_with(WordRange range) const {
    return std::span(postings_).subspan(posting_begins_[range.begin],
                                        posting_begins_[range.end] - posting_begins_[range.begin]);
  }

 private:
  friend class SuggestionWriter;
  bool is_sound(std::size_t rows) const;

  WordList words_;
  std::string texts_;
  std::vector<SuggestedPhrase> phrases_;
  std::vector<PhraseWord> phrase_words_;
  std::vector<std::uint32_t> posting_begins_{0};  // one more than words
  std::vector<std::uint32_t> postings_;
  std::vector<Completion> completions_;
};

}  // namespace kb::index

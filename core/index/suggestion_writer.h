// Gathers what can be suggested from a database's articles, when the database is written.
//
//   SuggestionWriter writer;
//   writer.add(number, row, record);             // each listed article, in the catalogue's order
//   Suggestions suggestions = writer.finish();
//
// Completions are one to four words in a row that people would stop at: ones whose last word ends
// phrases elsewhere, too ("reset your" is none, "log in" is one), whatever the language. Not
// thread-safe; collect_suggestions fails where the records cannot be read.

#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/index/catalogue.h"
#include "core/index/record.h"
#include "core/index/suggestions.h"

namespace kb::index {

class SuggestionWriter {
 public:
  void add(std::uint32_t number, const Row& row, const Record& record);
  Suggestions finish();

 private:
  struct Gram;
  void add_phrase(const SuggestedPhrase& about, std::string_view text, std::string_view anchor,
                  std::string_view encoded_words);
  std::uint32_t number_of(std::string_view written);
  void sort_words();
  void index_words();
  void find_completions();
  std::vector<Gram> grams() const;
  std::vector<bool> words_that_end() const;
  bool is_better(const Gram& a, const Gram& b) const;

  Suggestions made_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of words, as they came
  std::vector<std::optional<Time>> expiries_;               // by phrase
};

// Of all listed articles of a database whose records are in this file.
Result<Suggestions> collect_suggestions(const Catalogue& catalogue,
                                        const std::filesystem::path& records);

}  // namespace kb::index

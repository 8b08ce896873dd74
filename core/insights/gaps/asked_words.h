// The words of every question asked, as numbers: a phrase is sought in half a million questions
// without reading them again.
//
//   AskedWords words;
//   words.read(log.asked().questions);                  // those that are new
//   const auto phrase = words.phrase({"zwrot", "kasy"});
//   phrase && words.has(question, *phrase)              // as has_phrase (query_words.h) says it
//
// A question stands by its number in Asked::questions, from the first on. Reading is for one
// thread; after it, any number of threads may ask.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/query_words.h"

namespace kb::insights {

class AskedWords {
 public:
  using Phrase = std::vector<std::uint32_t>;

  AskedWords() = default;
  explicit AskedWords(const std::vector<Question>& questions) { read(questions); }

  void read(const std::vector<Question>& questions);

  std::size_t size() const { return numbers_.size(); }  // words, numbered from 0
  std::span<const std::uint32_t> of(std::uint32_t question) const {
    const std::size_t begin = question == 0 ? 0 : ends_[question - 1];
    return std::span(words_).subspan(begin, ends_[question] - begin);
  }
  std::optional<Phrase> phrase(const QueryWords& words) const;  // nothing: a word nobody used
  bool has(std::uint32_t question, const Phrase& phrase) const;

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> words_;
  std::vector<std::size_t> ends_;  // in words_, by question
};

}  // namespace kb::insights

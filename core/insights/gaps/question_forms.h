// The distinct forms of what is asked: questions of the same words are one, whatever their order,
// inflections and accents.
//
//   QuestionForms forms("en", stemmers);
//   forms.add("Where is my parcel?") == forms.add("my parcels, where is")     // one form, a number
//   forms.words(form)                         // its words' numbers, in order, each once
//   forms.name(word), forms.spelling(word)    // "parcel", and "parcel" as most people write it
//
// Numbers are given in the order of coming; hash() and name() are the same in any order. Not
// thread-safe. Never fails: a text without words has the form of no words.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/analyser.h"

namespace kb::insights {

inline constexpr std::size_t kWordsOfForm = 48;  // of longer texts the first ones count

class QuestionForms {
 public:
  QuestionForms(std::string_view lang, text::Stemmers& stemmers);

  std::uint32_t add(std::string_view text, double customers = 1);

  std::size_t size() const { return forms_.size(); }
  std::span<const std::uint32_t> words(std::uint32_t form) const {
    const Form& at = forms_[form];
    return std::span(words_).subspan(at.begin, at.count);
  }
  std::uint64_t hash(std::uint32_t form) const { return forms_[form].hash; }

  std::size_t word_count() const { return names_.size(); }
  std::string_view name(std::uint32_t word) const { return names_[word]; }
  std::string_view spelling(std::uint32_t word) const;

 private:
  struct Form {
    std::uint32_t begin;
    std::uint32_t count;
    std::uint64_t hash;   // of its words in alphabetical order
    std::uint64_t order;  // of its words as they stand
  };
  struct Spelling {
    std::string text;
    double customers;
  };

  void read(std::string_view text, double customers);
  std::uint32_t word_of(const text::WordForms& forms, double customers);

  text::Analyser analyser_;
  std::vector<std::uint32_t> read_;  // of the text at hand
  std::vector<std::uint64_t> hashes_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_hash_;
  std::vector<std::string> names_;
  std::vector<std::uint64_t> name_hashes_;
  std::vector<std::vector<Spelling>> spellings_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
};

}  // namespace kb::insights

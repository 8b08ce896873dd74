// Which questions are near to which, by the telling words that they share.
//
//   QuestionIndex index(forms);
//   index.take_in();                       // all forms that it does not have yet
//   for (const Near& near : index.nearest(place)) …      // {place 17, similarity 0.8}
//
// A place is a form's number in here: the first take_in() gives them by the forms' words, whatever
// order they came in. Similarity is the cosine of the weighed words, 0 to 1. Weights are learnt at
// the first take_in(), later only those of words that were new or had one form. Not thread-safe.

#pragma once

#include <cstdint>
#include <vector>

#include "core/insights/gaps/question_forms.h"
#include "core/insights/gaps/word_weights.h"

namespace kb::insights {

inline constexpr std::size_t kNearest = 10;

struct Near {
  std::uint32_t place;
  float similarity;
};

class QuestionIndex {
 public:
  explicit QuestionIndex(const QuestionForms& forms) : forms_(forms) {}

  // The first place of the new ones.
  std::uint32_t take_in();

  std::size_t size() const { return forms_at_.size(); }
  std::uint32_t form_at(std::uint32_t place) const { return forms_at_[place]; }
  float weight(std::uint32_t word) const { return weights_[word]; }

  // At most kNearest, the nearest first; none below a least similarity, never itself.
  std::vector<Near> nearest(std::uint32_t place);

 private:
  void gather(std::uint32_t place);
  float product(std::uint32_t place);
  float length_of(std::uint32_t form) const;

  const QuestionForms& forms_;
  std::vector<std::uint32_t> forms_at_;             // by place
  std::vector<float> lengths_;                      // by place
  std::vector<std::vector<std::uint32_t>> places_;  // by word, ascending
  std::vector<float> weights_;                      // by word
  std::vector<float> sums_;                         // scratch, by place
  std::vector<char> is_asked_;                      // scratch, by word
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> words_;
};

}  // namespace kb::insights

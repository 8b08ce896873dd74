// How telling a word is of what is asked: "refund" says much, "please" little, in any language.
//
//   const WordWeigher weigher(forms);
//   weigher.weigh(word, forms_with_it)        // 1.4; 0 for a word that no two forms share
//
// By how much the words around it differ from the words of all questions (Kullback and Leibler,
// 1951, the counts smoothed): "please" stands beside anything. Rarity counts too, little: what is
// rare is often a name or a slip. A word with little around it is taken for a telling one. Learnt
// from the questions alone; there is no list of stop words.
// Not thread-safe. The same forms give the same weights in any order.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/insights/gaps/question_forms.h"

namespace kb::insights {

class WordWeigher {
 public:
  explicit WordWeigher(const QuestionForms& forms);

  // `with`: the forms that have the word, in an order that does not depend on their coming.
  float weigh(std::uint32_t word, std::span<const std::uint32_t> with) const;

 private:
  double context(std::uint32_t word, std::span<const std::uint32_t> with) const;

  const QuestionForms& forms_;
  std::vector<double> around_;         // share of each word among those around others
  mutable std::vector<double> count_;  // scratch, zero between calls
};

}  // namespace kb::insights

// How many bits a question's words take when it is known which cluster each question is in: what
// tells whether there are too few clusters, or too many.
//
//   const DescriptionLength length(forms, form_at);
//   length.of(cluster_of)                      // nats per word; the less, the better
//   length.of_cluster({3, 17, 18})             // nats of these alone
//
// Minimum description length (Rissanen, 1978) with a Dirichlet prior on each cluster's words:
// few clusters describe badly what is asked in them, each further one has its words to tell first.
// The order of the forms does not matter. Not thread-safe.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/insights/gaps/question_forms.h"

namespace kb::insights {

class DescriptionLength {
 public:
  // `form_at`: of each place the form; a question stands by its place.
  DescriptionLength(const QuestionForms& forms, std::span<const std::uint32_t> form_at);

  // `cluster_of`: of each place, from 0, without gaps.
  double of(std::span<const std::uint32_t> cluster_of);
  double of_cluster(std::span<const std::uint32_t> places);

 private:
  const QuestionForms& forms_;
  const std::span<const std::uint32_t> form_at_;
  std::vector<double> prior_;  // by word: its share of all, times the prior's words
  double prior_words_ = 0;
  double words_ = 0;           // of all questions
  std::vector<double> count_;  // scratch, by word
  std::vector<std::uint32_t> seen_;
};

}  // namespace kb::insights

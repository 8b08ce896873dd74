// How many bits a question's words take when it is known which cluster each question is in: what
// tells whether there are too few clusters, or too many.
//
//   description_length(forms, cluster_of)      // nats per word; the less, the better
//
// Minimum description length (Rissanen, 1978) with a Dirichlet prior on each cluster's words:
// few clusters describe badly what is asked in them, each further one has its words to tell first.
// Pure; the order of the forms does not matter.

#pragma once

#include <cstdint>
#include <span>

#include "core/insights/gaps/question_forms.h"

namespace kb::insights {

// `form_at`: the forms, in an order of their own; `cluster_of`: for each, from 0, without gaps.
double description_length(const QuestionForms& forms, std::span<const std::uint32_t> form_at,
                          std::span<const std::uint32_t> cluster_of);

}  // namespace kb::insights

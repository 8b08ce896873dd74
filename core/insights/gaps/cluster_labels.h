// What a cluster of questions is called: one of its own questions, and the words that it has more
// than others.
//
//   ClusterLabels labels(forms, questions);
//   labels.describe(cluster);       // label "where is my parcel", words parcel, arrived, where
//
// Typical is what shares the cluster's words in their proportions, is asked by many and is short
// enough to be read. Ties go by the text, so that the order of coming does not matter. Not
// thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/insights/gaps/question_clusters.h"
#include "core/insights/gaps/question_forms.h"

namespace kb::insights {

struct KeptQuestion {
  std::uint32_t form;
  double customers;
  std::string text;
};

class ClusterLabels {
 public:
  ClusterLabels(const QuestionForms& forms, const std::vector<KeptQuestion>& questions);

  // Puts the members in order, the most typical first, and sets words and label.
  void describe(QuestionCluster& cluster);

 private:
  struct Telling {
    std::uint32_t word;
    double weight;
  };
  std::vector<Telling> telling_words(const QuestionCluster& cluster);

  const QuestionForms& forms_;
  const std::vector<KeptQuestion>& questions_;
  std::vector<double> share_;   // of each word among all
  std::vector<double> count_;   // scratch, zero between calls
  std::vector<double> weight_;  // scratch, zero between calls
};

}  // namespace kb::insights

// What puts the questions of one language together: QuestionClusters, or something simpler in
// tests.
//
//   const auto make = grouping_by_meaning(stemmers);
//   const auto grouping = make("en");
//   grouping->add({{.text = "where is my parcel", .customers = 12}});
//   grouping->groups()
//
// As QuestionClusters (question_clusters.h) in all else. One per thread; several at once may share
// what made them.

#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/insights/gaps/question_clusters.h"
#include "core/text/stemmer.h"

namespace kb::insights {

class QuestionGrouping {
 public:
  virtual ~QuestionGrouping() = default;
  virtual void add(std::span<const AskedQuestion> questions) = 0;  // numbered as they come
  virtual const std::vector<QuestionCluster>& groups() = 0;
};

using MakeQuestionGrouping =
    std::function<std::unique_ptr<QuestionGrouping>(std::string_view lang)>;

MakeQuestionGrouping grouping_by_meaning(text::Stemmers& stemmers);  // must outlive what it makes

}  // namespace kb::insights

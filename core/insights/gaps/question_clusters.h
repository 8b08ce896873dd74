// Questions of one language that mean the same, put together, whatever words they use.
//
//   QuestionClusters clusters("en", stemmers);
//   clusters.add({{.text = "where is my parcel", .customers = 12}, {.text = "parcel lost"}});
//   for (const QuestionCluster& cluster : clusters.result()) …     // {0, 1}, "where is my parcel"
//
// Nothing is told but the questions: neither how many topics there are nor a model of the language.
// The same questions give the same clusters in whatever order and however often they come. What is
// added after a result() joins what is there, so that an hour costs what is new; when a quarter has
// come to it, all is made anew. A question that is like no other is a cluster of its own. Not
// thread-safe: one per thread, and the first result() of a large collection takes seconds.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"

namespace kb::insights {

struct AskedQuestion {
  std::string_view text;  // a query, or a ticket's subject with its first sentences
  double customers = 1;   // how many asked it: what counts is weighed by it
};

struct QuestionCluster {
  std::vector<std::uint32_t> members;  // by number of add(), the most typical first
  std::vector<std::string> words;      // what holds it together, as people write it; the most
                                       // telling first, at most 6
  std::string label;                   // a question of a customer that stands for all
};

class QuestionClusters {
 public:
  QuestionClusters(std::string_view lang, text::Stemmers& stemmers);
  ~QuestionClusters();
  QuestionClusters(QuestionClusters&&) noexcept;

  // Numbered from 0 in the order of all calls. One whose words are those of an earlier one is in
  // its cluster, always.
  void add(std::span<const AskedQuestion> questions);

  // Each question is in one cluster. The largest (by customers) first.
  const std::vector<QuestionCluster>& result();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb::insights

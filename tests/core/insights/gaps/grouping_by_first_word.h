// Puts questions together that begin with the same word: what tests of gaps can foresee.
//
//   GapFinder finder({…, .grouping = by_first_word});
//
// The label is the first question that came. For one thread, as what it stands for.

#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/insights/gaps/question_grouping.h"

namespace kb::insights {

class FirstWordGrouping : public QuestionGrouping {
 public:
  void add(std::span<const AskedQuestion> questions) override {
    for (const AskedQuestion& question : questions) {
      const std::string word(question.text.substr(0, question.text.find(' ')));
      QuestionCluster& cluster = by_word_[word];
      if (cluster.members.empty()) {
        cluster.label = question.text;
        cluster.words = {word};
      }
      cluster.members.push_back(next_++);
    }
  }

  const std::vector<QuestionCluster>& groups() override {
    all_.clear();
    for (const auto& [word, cluster] : by_word_) all_.push_back(cluster);
    return all_;
  }

 private:
  std::map<std::string, QuestionCluster> by_word_;
  std::vector<QuestionCluster> all_;
  std::uint32_t next_ = 0;
};

inline std::unique_ptr<QuestionGrouping> by_first_word(std::string_view) {
  return std::make_unique<FirstWordGrouping>();
}

}  // namespace kb::insights

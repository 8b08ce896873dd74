#include "core/insights/gaps/question_grouping.h"

namespace kb::insights {
namespace {

class ByMeaning final : public QuestionGrouping {
 public:
  ByMeaning(std::string_view lang, text::Stemmers& stemmers) : clusters_(lang, stemmers) {}

  void add(std::span<const AskedQuestion> questions) override { clusters_.add(questions); }
  const std::vector<QuestionCluster>& groups() override { return clusters_.result(); }

 private:
  QuestionClusters clusters_;
};

}  // namespace

MakeQuestionGrouping grouping_by_meaning(text::Stemmers& stemmers) {
  return [&stemmers](std::string_view lang) { return std::make_unique<ByMeaning>(lang, stemmers); };
}

}  // namespace kb::insights

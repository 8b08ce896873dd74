// The clusters of all languages, kept up to date with what was asked.
//
//   QuestionGroups groups(make_grouping);
//   groups.update(log.asked(), log.generation());        // new questions join; two threads
//   for (const QuestionGroup& group : groups.all()) …    // {"pl", {3, 17, 18}, words, label}
//
// Questions stand by their number in Asked::questions. After another generation everything is
// grouped anew. Grouping runs beside the caller; the object itself is for one thread.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/question_grouping.h"

namespace kb::insights {

struct QuestionGroup {
  std::string lang;
  std::vector<std::uint32_t> questions;  // the most typical first
  std::vector<std::string> words;
  std::string label;
};

class QuestionGroups {
 public:
  explicit QuestionGroups(MakeQuestionGrouping make) : make_(std::move(make)) {}

  void update(const Asked& asked, int generation);

  // By language, each as its grouping orders them.
  const std::vector<QuestionGroup>& all() const { return all_; }
  // Of each question (customers_by_question), at the last update.
  const std::vector<std::uint32_t>& customers() const { return customers_; }

 private:
  struct Language {
    std::unique_ptr<QuestionGrouping> grouping;
    std::vector<std::uint32_t> questions;  // by number of add()
    std::vector<std::uint32_t> fresh;      // not added yet
  };

  void sort_by_language(const Asked& asked);
  void add_fresh(Language& language, const Asked& asked) const;

  const MakeQuestionGrouping make_;
  std::map<std::string, Language> languages_;
  std::vector<QuestionGroup> all_;
  std::vector<std::uint32_t> customers_;
  std::size_t known_ = 0;  // questions that are sorted by language
  int generation_ = 0;
};

// How many distinct ones asked each question.
std::vector<std::uint32_t> customers_by_question(const Asked& asked);

}  // namespace kb::insights

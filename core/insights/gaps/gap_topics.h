// Which clusters of questions are which gap that writers know already.
//
//   for (const GapTopic& topic : topics_of(groups, texts, kept, customers))
//     topic.kept ? topic.kept->id : 0        // 17: the gap that it was; 0: a new one
//
// A question that a writer put somewhere (pinned), or whose gap somebody works on or has decided
// about, stays there. All others go with their cluster: to the gap with which the cluster shares
// most (by customers), of several clusters the one that shares most with it, and where somebody
// works on it also others of which it is half. Every kept gap is a topic, also one that nobody asks
// about any more. Pure.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/insights/gaps/asked_texts.h"
#include "core/insights/gaps/question_groups.h"
#include "core/store/gap_table.h"

namespace kb::insights {

struct GapTopic {
  const store::Gap* kept = nullptr;  // null: not known yet
  std::string lang = {};
  std::vector<std::uint32_t> questions = {};
  std::vector<std::string> words = {};  // of its largest cluster
  std::string label = {};               // likewise
  bool is_taken_over = false;  // nobody touched it, and its questions are all in other gaps now
};

// `customers`: by question (customers_by_question). The kept ones first, in their order. `kept`
// must outlive what points to it.
std::vector<GapTopic> topics_of(const std::vector<QuestionGroup>& groups, const AskedTexts& texts,
                                const std::vector<store::Gap>& kept,
                                const std::vector<std::uint32_t>& customers);

// Nobody has done anything about it.
bool is_untouched(const store::Gap& gap);

}  // namespace kb::insights

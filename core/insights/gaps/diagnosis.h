// What kind of gap a cluster of failed questions is, with the reasons that a writer is shown.
//
//   const auto diagnosed = diagnose(facts, finder);     // {.diagnosis = Diagnosis::vocabulary, …}
//
// The rules, in order: docs/insights.md. Reads the finder, for at most kSampledQuestions questions;
// else pure.

#pragma once

#include <span>

#include "core/insights/gaps/article_finder.h"
#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/asked_words.h"
#include "core/insights/gaps/gap.h"

namespace kb::insights {

inline constexpr std::size_t kSampledQuestions = 8;

// An article with so much of a question's telling words answers it, for all that words can say …
inline constexpr double kFits = 0.7;
// … and with so much it is near it.
inline constexpr double kIsNear = 0.3;

// A cluster's askings of the period, all of one language.
struct ClusterFacts {
  const Asked& asked;
  const AskedWords& words;  // of all questions
  std::string lang;
  std::vector<std::uint32_t> questions = {};       // in Asked::questions, the most asked first
  std::vector<const Asking*> askings = {};         // of these questions
  std::span<const SynonymProposal> synonyms = {};  // of the language
};

struct Diagnosed {
  Diagnosis diagnosis = Diagnosis::missing;
  std::vector<GapReason> reasons = {};
  std::vector<GapArticle> articles = {};
  std::string category = {};
  std::optional<SynonymProposal> synonym = {};
};

// The finder's failure is the Error.
Result<Diagnosed> diagnose(const ClusterFacts& facts, ArticleFinder& finder);

}  // namespace kb::insights

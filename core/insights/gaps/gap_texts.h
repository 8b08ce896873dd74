// What of a gap's questions may be shown: those that enough customers asked, and a label made of
// them.
//
//   const GapTexts texts = texts_of({asked, topic, askings, window}, shown_from);
//   texts.label            // "where is my parcel"; empty where too few said anything alike
//
// A question is shown once `shown_from` distinct customers asked it in the period, a word once so
// many used it. The label is the cluster's where that may be shown, else the question that most
// asked, else the words. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/gap_figures.h"
#include "core/insights/gaps/gap_topics.h"

namespace kb::insights {

struct GapTexts {
  std::vector<GapQuestion> shown;        // the most asked first, at most 20
  std::int64_t hidden = 0;               // forms of words that too few asked
  std::vector<std::uint32_t> questions;  // of the period, the most asked first
  std::vector<std::string> words;
  std::string label;
};

struct GapSayings {
  const Asked& asked;
  const GapTopic& topic;
  AskingRow askings;
  const GapWindow& window;
};

GapTexts texts_of(const GapSayings& sayings, int shown_from);

}  // namespace kb::insights

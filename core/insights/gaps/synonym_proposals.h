// What customers call otherwise than the articles do: asked in vain, then found in other words.
//
//   for (const auto& proposal : synonym_proposals(asked, words, shown_from))
//     print(proposal.asked, proposal.found, proposal.customers);     // "kasy" "kosztów" 7
//
// Only what at least two customers did, and `shown_from`: nobody's own words become public. Reduced
// to the words that differ; slips of the keyboard and questions that only became narrower are none.
// The most telling first. Pure, thread-safe.

#pragma once

#include <vector>

#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/asked_words.h"
#include "core/insights/gaps/gap.h"

namespace kb::insights {

// `words`: of all questions.
std::vector<SynonymProposal> synonym_proposals(const Asked& asked, const AskedWords& words,
                                               int shown_from);

}  // namespace kb::insights

// What a gap asks of a writer, in a few words: for reports that people read in English.
//
//   work_of(gap)      // "write it", "translate en/billing/refund", "add the synonym kasa = zwrot"
//
// Pure, thread-safe.

#pragma once

#include <string>

#include "core/insights/gaps/gap.h"

namespace kb::insights {

std::string work_of(const FoundGap& gap);

// As reports name it: its label, or what it is where too few said anything alike to show it.
std::string name_of(const FoundGap& gap);

}  // namespace kb::insights

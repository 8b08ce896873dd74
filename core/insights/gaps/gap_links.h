// Which gaps of different languages are one gap: the same article is nearest to both, or customers
// name the same thing.
//
//   link_languages(gaps);
//   gaps[0].elsewhere          // {17, 42}: ids of the same gap in Polish and in German
//
// A name is a word with a digit ("0x80070057"), or one that gaps of several languages have and few
// gaps of each. Gaps without an id are linked to nothing, for nobody could follow the link.
// Replaces what `elsewhere` had; symmetric, in ascending order, whatever order the gaps come in.
// Pure.

#pragma once

#include <string_view>
#include <vector>

#include "core/insights/gaps/gap.h"

namespace kb::insights {

void link_languages(std::vector<FoundGap>& gaps);

// The id of the article that it is about: the nearest, where that fits half of what is asked.
// Empty: it is about none.
std::string_view subject_of(const FoundGap& gap);

}  // namespace kb::insights

// Whether somebody asked something at all, or only tried what a search box puts up with.
//
//   is_noise("' or 1=1 --")                      // true: an attack, not a question
//   is_noise("jak usunąć konto")                 // false
//   visitor's distinct searches > kMostSearchesADay        // a program's flood
//
// What is in doubt is a question: error codes, order numbers, and pieces of code are asked for.
// Texts are as query_form (search_intents.h) has them. Pure, thread-safe.

#pragma once

#include <string_view>

namespace kb::insights {

// People who look for one thing all day long make a few dozen.
inline constexpr int kMostSearchesADay = 60;

bool is_noise(std::string_view text);

}  // namespace kb::insights

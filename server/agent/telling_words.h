// The words that tell most of what a message is about: those that few articles have.
//
//   telling_words(message, "pl", generation, 6)    -> {"płatność", "kartą", "odrzucona", …}
//
// In the order of the message, as it writes them, each stem once. Placeholders such as «e-mail» are
// no words. Where the help center has nothing in the language there is nothing to compare with, and
// no answer. Thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/index/generation.h"

namespace kb {

std::vector<std::string> telling_words(std::string_view message, const std::string& lang,
                                       const index::Generation& generation, std::size_t limit);

}  // namespace kb

// Takes personal data out of what an agent keeps of a customer's words: notes, questions, drafts.
//
//   auto question = without_personal_data(config.redact, {message}, "pl");
//   question->at(0)      // "«e-mail» nie dostał zwrotu"
//
// The same value has the same placeholder in all texts of a call. Reads the configured patterns
// each time, a millisecond's work, which is right for what a person asks for with a click. A bad
// pattern is an Error: nothing is kept then. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"

namespace kb {

Result<std::vector<std::string>> without_personal_data(const RedactConfig& config,
                                                       const std::vector<std::string>& texts,
                                                       std::string_view lang);

}  // namespace kb

// What a password or a key looks like, beside words, codes and versions.
//
//   looks_random("9f8e7d6c5b4a39281706")   -> true      looks_random("refund-policy-2026") -> false
//   looks_chosen("Tr0ub4dor&3")            -> true      looks_chosen("E-1042")            -> false
//
// Judged by form alone. Pure, thread-safe.

#pragma once

#include <string_view>

namespace kb::redact {

// Made by a machine: 16 characters or more in which letters and digits change places often.
bool looks_random(std::string_view text);

// Made by a person, and no word: has digits and letters, or a mark inside; codes of errors and
// orders, versions, dates and measures do not look like it.
bool looks_chosen(std::string_view text);

}  // namespace kb::redact

// How the phone numbers of countries look.
//
//   national_form("0722123456", {4, 3, 3}, false, "ro")   -> Form::telling: a phone by itself
//   calling_code("48601234567")                         -> {2 digits, then 9 to 9 more}
//
// Tables and rules of form only; context is phone_number.h's. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <string_view>

#include "core/redact/digit_run.h"

namespace kb::redact {

enum class Form { none, possible, telling };  // possible: a phone if the context says so

// Of digits without a country's code; `bracketed`: "(212) 555-0143".
Form national_form(const DigitRun& run, bool bracketed, std::string_view lang);

struct CallingCode {
  std::size_t digits = 0;  // of the code; 0: no country has it
  std::size_t least = 0, most = 0;
};
CallingCode calling_code(std::string_view digits);

}  // namespace kb::redact

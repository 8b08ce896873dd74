// Common first names, folded: what tells "Hello Anna" from "Hello Fernway".
//
//   first_names()       -> "adam adrian agnieszka …", separated by spaces
//   doubtful_names()    -> those that are common words too: "will mark …"
//
// A help for names without other signs, never a condition: most names are on no list. Constants.

#pragma once

#include <string_view>

namespace kb::redact {

std::string_view first_names();
std::string_view doubtful_names();

}  // namespace kb::redact

// kb-index search: searches the live index as the help center does.
//
//   kb-index search "how long does a refund take" --lang ro --explain
//
// Prints the results, or one JSON object. Exit status as in command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_search_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

// kb-index info: shows what is live, language by language.
//
//   kb-index info [--config kb.yaml] [--json]
//
// Prints a table, or one JSON object with the same. Exit status as in command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_info_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

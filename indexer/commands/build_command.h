// kb-index build: indexes what has changed, and publishes it.
//
//   kb-index build [--config kb.yaml] [--full] [--json]
//
// Problems of the content and the summary go to standard error; exit status as in command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_build_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

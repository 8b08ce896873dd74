// kb-server serve: serves the help center until told to stop.
//
//   kb-server serve [--config kb.yaml] [--listen HOST:PORT] [--preview]
//
// Exit status as in command_line.h. While it runs, SIGTERM and SIGINT stop it: one at a time in a
// process.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_serve_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

// kb-index watch: builds and checks what writers change, as they change it, until Ctrl+C.
//
//   add_watch_command(app, environment, status);
//
// One line for what was published and what is to be mended; 0 when it is ended, 2 where it cannot
// begin. On one thread.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

void add_watch_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

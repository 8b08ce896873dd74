// kb-server retain: what is kept too long goes now, and not within the hour.
//
//   kb-server retain [--dry-run] [--json]      events 812 …; --dry-run: what would go
//
// Through the running server, else it takes the store's lock. Exit status 1: some of it failed, as
// standard error says; the rest is done.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

void add_retain_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

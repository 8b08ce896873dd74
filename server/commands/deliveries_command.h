// kb-server deliveries: webhooks and mails that were given up.
//
//   kb-server deliveries list [--json]
//   kb-server deliveries retry [7]           without a number: all of them
//
// Works beside a running server, which then does it. Exit status as in command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_deliveries_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

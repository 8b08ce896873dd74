// kb-server user: the accounts of those who log in.
//
//   kb-server user add ana --role writer [--full-name "Ana Pop"] [--password-stdin]
//   kb-server user list | role ana admin | link ana | disable ana | enable ana
//
// Without a password on standard input it prints a link that is good for once, for 24 hours. Works
// beside a running server, which then does it. Exit status as in command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_user_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

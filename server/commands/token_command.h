// kb-server token: what programs log in with.
//
//   kb-server token add zendesk --scope tickets:write,search:agents [--expires 90d]
//   kb-server token list | revoke 7
//
// The token is printed once and kept as a hash only. Works beside a running server, which then does
// it. Exit status as in command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_token_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

// kb-server backup and restore: the store as one file, and back.
//
//   kb-server backup FILE  [--config kb.yaml]     while the server runs or not; never over a file
//   kb-server restore FILE [--config kb.yaml]     while none runs; what was there is kept beside
//
// SQLite only: PostgreSQL has pg_dump and pg_restore, and the Error says so. Exit status as in
// command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The commands leave their exit status in `status`.
void add_backup_commands(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

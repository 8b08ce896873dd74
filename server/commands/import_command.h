// kb-server import: reads exports of helpdesks into the store.
//
//   kb-server import FILE… [--source NAME] [--format jsonl|csv|zendesk|chatwoot|zammad|mbox]
//                          [--config kb.yaml] [--json]
//
// What was read before is not read again; stopped on the way, it goes on there the next time. What
// cannot be read is told with file and line, and left out: exit status 1. Goes through the server
// where one runs, which then builds what was imported.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_import_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

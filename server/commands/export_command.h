// kb-server export events: what visitors did, for other tools.
//
//   kb-server export events --from 2026-03-01 --to 2026-03-31 > events.ndjson
//   kb-server export events --queries > queries.ndjson
//
// One JSON object a line, as OpenSearch's User Behavior Insights has them. Days are the site's
// (insights.time_zone). Reads beside the running server. Exit status as in command_line.h.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

void add_export_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

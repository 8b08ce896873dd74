// kb-index replay: makes past searches again, on what is live and on what would be published.
//
//   kb-index replay --drafts                      # all gaps in work, and what must not get worse
//   kb-index replay --gap 12 --drafts --require-closed --json
//   kb-index replay --queries failing.tsv         # needs no store
//   kb-index replay --against gen-000041          # what the last publications changed
//
// Exit status: 0: nothing gets worse; 1: some searches do, or a gap stays open that must not; 2: it
// could not be tried. Writes the trial index (candidate.h) and nothing else.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_replay_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

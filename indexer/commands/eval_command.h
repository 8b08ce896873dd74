// kb-index eval: how good search is, against judged queries.
//
//   kb-index eval --queries Q.tsv --qrels Q.qrels [--lang xx | --untold] [--json]
//
// The files are those of indexer/eval/judgements.h; figures go to standard output. On one thread.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_eval_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

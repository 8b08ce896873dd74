// kb-index check: holds all content against the rules, before readers do.
//
//   kb-index check [--format github] [--lang ro] [--strict] [--all] [--json]
//
// Findings go to standard output, the summary to standard error. Exit status 1 for errors, with
// --strict for warnings, too.

#pragma once

#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

// The command leaves its exit status in `status`.
void add_check_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

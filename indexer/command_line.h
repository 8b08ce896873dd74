// kb-index as its users see it: commands, flags, what is printed where, exit status.
//
//   int status = run_command_line({"build", "--full"}, environment);
//
// 0 done; 1 done with content errors, each printed as "file:line: what; hint"; 2 could not do it.
// With --json, one JSON object goes to standard output; everything else goes to standard error.

#pragma once

#include <string>
#include <vector>

#include "core/base/config.h"

namespace kb {

int run_command_line(std::vector<std::string> arguments, const Environment& environment);

}  // namespace kb

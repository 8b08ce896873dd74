// kb-server as its users see it: commands, flags, what is printed where, exit status.
//
//   int status = run_server_command({"serve", "--listen", "127.0.0.1:0"}, environment);
//
// 0 done, or stopped as asked; 1 done with errors in what was given; 2 could not do it (a bad
// configuration, a port that is taken).

#pragma once

#include <string>
#include <vector>

#include "core/base/config.h"

namespace kb {

int run_server_command(std::vector<std::string> arguments, const Environment& environment);

}  // namespace kb

#include "indexer/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "indexer/commands/build_command.h"
#include "indexer/commands/check_command.h"
#include "indexer/commands/command.h"
#include "indexer/commands/eval_command.h"
#include "indexer/commands/info_command.h"
#include "indexer/commands/redact_command.h"
#include "indexer/commands/replay_command.h"
#include "indexer/commands/search_command.h"
#include "indexer/commands/watch_command.h"

namespace kb {

int run_command_line(std::vector<std::string> arguments, const Environment& environment) {
  int status = kFailed;
  CLI::App app("Builds and examines the index of a help center.", "kb-index");
  app.require_subcommand(1);
  add_build_command(app, environment, status);
  add_check_command(app, environment, status);
  add_eval_command(app, environment, status);
  add_info_command(app, environment, status);
  add_redact_command(app, environment, std::cin, status);
  add_replay_command(app, environment, status);
  add_search_command(app, environment, status);
  add_watch_command(app, environment, status);

  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kFailed;
  }
  return status;
}

}  // namespace kb

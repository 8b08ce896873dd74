#include "server/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "server/commands/backup_command.h"
#include "server/commands/command.h"
#include "server/commands/customer_command.h"
#include "server/commands/deliveries_command.h"
#include "server/commands/export_command.h"
#include "server/commands/import_command.h"
#include "server/commands/report_command.h"
#include "server/commands/retain_command.h"
#include "server/commands/serve_command.h"
#include "server/commands/token_command.h"
#include "server/commands/user_command.h"

namespace kb {

int run_server_command(std::vector<std::string> arguments, const Environment& environment) {
  int status = kFailed;
  CLI::App app("Serves a help center and its search.", "kb-server");
  app.require_subcommand(1);
  add_backup_commands(app, environment, status);
  add_customer_command(app, environment, status);
  add_deliveries_command(app, environment, status);
  add_export_command(app, environment, status);
  add_import_command(app, environment, status);
  add_report_command(app, environment, status);
  add_retain_command(app, environment, status);
  add_serve_command(app, environment, status);
  add_token_command(app, environment, status);
  add_user_command(app, environment, status);

  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kFailed;
  }
  return status;
}

}  // namespace kb

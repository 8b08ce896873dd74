// What all commands of kb-index have in common: two flags, the configuration, how they end.
//
//   CLI::App* sub = add_command(app, "check", "Hold all content against the rules", *flags);
//   const auto config = load_site(*flags, environment);
//   if (!config) return failed(config.error());
//
// Used while the command line is read and run, on one thread.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/base/config.h"
#include "core/base/result.h"

namespace CLI {
class App;
}

namespace kb {

enum Status { kDone = 0, kDoneWithErrors = 1, kFailed = 2 };

struct CommonFlags {
  std::string config;
  bool json = false;
};

// The command with its --config and --json; `flags` must live as long as the app.
CLI::App* add_command(CLI::App& app, const char* name, const char* what, CommonFlags& flags);

// The configuration with its languages made canonical.
Result<Config> load_site(const CommonFlags& flags, const Environment& environment);

int failed(const Error& error);  // says so on standard error
void print_json(const nlohmann::json& value);

}  // namespace kb

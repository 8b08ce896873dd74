// What all commands of kb-server have in common: the configuration, how they end, and the way to
// the store, which the running server may hold.
//
//   CLI::App* sub = app.add_subcommand("user", "…");
//   add_config_flag(*sub, flags);
//   auto answer = ask_store(*config, "/local/users", request, [&](store::Store& store) { … });
//   if (!answer) return failed(answer.error());
//
// Used while the command line is read and run, on one thread.

#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/base/config.h"
#include "core/base/result.h"
#include "core/store/store.h"
#include "server/login/account_requests.h"

namespace CLI {
class App;
}

namespace kb {

enum Status { kDone = 0, kDoneWithErrors = 1, kFailed = 2 };

struct CommonFlags {
  std::string config;
  bool json = false;
};

// Adds --config; `flags` must live as long as the app.
void add_config_flag(CLI::App& command, CommonFlags& flags);
void add_json_flag(CLI::App& command, CommonFlags& flags);

// The configuration with its languages made canonical.
Result<Config> load_site(const CommonFlags& flags, const Environment& environment);

// Hands `request` to the server that holds the store, or where none runs opens the store for
// writing and does `itself` what the server would have done.
Result<nlohmann::json> ask_store(
    const Config& config, const std::string& path, const nlohmann::json& request,
    const std::function<Result<nlohmann::json>(store::Store& store)>& itself);

int failed(const Error& error);  // says so on standard error
void print_json(const nlohmann::json& value);

// Prints what was answered, as JSON or in words, or says what went wrong: the exit status.
int show(const CommonFlags& flags, const Result<nlohmann::json>& answer,
         void (*in_words)(const nlohmann::json& answer));

// What is asked at the desk of accounts, tokens and deliveries.
struct DeskCommand {
  const char* path;  // of the running server: "/local/users"
  Result<nlohmann::json> (*answer)(const AccountDesk& desk, const nlohmann::json& request);
  void (*in_words)(const nlohmann::json& answer);
};
int run_at_desk(const DeskCommand& command, const CommonFlags& flags,
                const Environment& environment, const nlohmann::json& request);

}  // namespace kb

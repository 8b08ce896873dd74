#include "server/commands/user_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "server/commands/command.h"
#include "server/login/account_requests.h"

namespace kb {
namespace {

using nlohmann::json;

struct UserFlags {
  CommonFlags common;
  std::string name;
  std::string full_name;
  std::string role = "agent";
  bool password_stdin = false;
};

void print_user(const json& user) {
  const auto state = user.at("disabled").get<bool>()       ? "disabled"
                     : user.at("has_password").get<bool>() ? ""
                                                           : "no password yet";
  std::printf("%-24s %-8s %-16s %s\n", user.at("name").get<std::string>().c_str(),
              user.at("role").get<std::string>().c_str(), state,
              user.at("full_name").get<std::string>().c_str());
}

void print_users(const json& answer) {
  if (answer.contains("users"))
    for (const auto& user : answer.at("users")) print_user(user);
  if (answer.contains("user")) print_user(answer.at("user"));
  if (answer.contains("link"))
    std::printf("To choose a password, once and within 24 hours:\n%s\n",
                answer.at("link").get<std::string>().c_str());
}

int run_user(const UserFlags& flags, const Environment& environment, const json& request) {
  return run_at_desk({"/local/users", answer_user_request, print_users}, flags.common, environment,
                     request);
}

int run_user_add(const UserFlags& flags, const Environment& environment) {
  json request = {{"do", "add"}, {"name", flags.name}, {"role", flags.role}};
  request["full_name"] = flags.full_name;
  if (flags.password_stdin) {
    std::string password;
    std::getline(std::cin, password);
    request["password"] = password;
  }
  return run_user(flags, environment, request);
}

CLI::App* add_user_action(CLI::App& user, UserFlags& flags, const char* name, const char* what) {
  auto* action = user.add_subcommand(name, what);
  add_config_flag(*action, flags.common);
  add_json_flag(*action, flags.common);
  return action;
}

}  // namespace

void add_user_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<UserFlags>();
  auto* user = app.add_subcommand("user", "Look after the accounts of those who log in");
  user->require_subcommand(1);

  auto* add =
      add_user_action(*user, *flags, "add", "Make an account, and a link to choose its password");
  add->add_option("name", flags->name, "what they log in as")->required();
  add->add_option("--role", flags->role, "agent, writer or admin (default: agent)");
  add->add_option("--full-name", flags->full_name, "what pages call them");
  add->add_flag("--password-stdin", flags->password_stdin,
                "take the password from standard input instead");
  add->callback([flags, &environment, &status] { status = run_user_add(*flags, environment); });

  auto* list = add_user_action(*user, *flags, "list", "Show all accounts");
  list->callback([flags, &environment, &status] {
    status = run_user(*flags, environment, {{"do", "list"}});
  });

  auto* role = add_user_action(*user, *flags, "role", "Give an account another role");
  role->add_option("name", flags->name, "whose")->required();
  role->add_option("role", flags->role, "agent, writer or admin")->required();
  role->callback([flags, &environment, &status] {
    status = run_user(*flags, environment,
                      {{"do", "role"}, {"name", flags->name}, {"role", flags->role}});
  });

  const std::pair<const char*, const char*> others[] = {
      {"link", "Print a link to choose another password"},
      {"disable", "Let an account in no more, and log it out"},
      {"enable", "Let a disabled account in again"}};
  for (const auto& [name, what] : others) {
    auto* action = add_user_action(*user, *flags, name, what);
    action->add_option("name", flags->name, "whose")->required();
    action->callback([flags, name = name, &environment, &status] {
      status = run_user(*flags, environment, {{"do", name}, {"name", flags->name}});
    });
  }
}

}  // namespace kb

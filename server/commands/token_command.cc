#include "server/commands/token_command.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "server/commands/command.h"
#include "server/login/account_requests.h"
#include "server/login/api_scope.h"

namespace kb {
namespace {

using nlohmann::json;

struct TokenFlags {
  CommonFlags common;
  std::string name;
  std::string scopes;
  std::string expires;
  std::int64_t id = 0;
};

std::string text_or_dash(const json& value) {
  return value.is_string() ? value.get<std::string>() : "-";
}

void print_token(const json& token) {
  std::string scopes;
  for (const auto& scope : token.at("scopes"))
    scopes += (scopes.empty() ? "" : ",") + scope.get<std::string>();
  std::printf("%5lld  %-20s %-32s expires %s, last used %s%s\n",
              static_cast<long long>(token.at("id").get<std::int64_t>()),
              token.at("name").get<std::string>().c_str(), scopes.c_str(),
              text_or_dash(token.at("expires")).c_str(), text_or_dash(token.at("used")).c_str(),
              token.at("revoked").is_string() ? ", revoked" : "");
}

void print_tokens(const json& answer) {
  if (answer.contains("tokens"))
    for (const auto& token : answer.at("tokens")) print_token(token);
  if (answer.contains("token")) print_token(answer.at("token"));
  if (answer.contains("secret"))
    std::printf("Keep it now, it is not shown again:\n%s\n",
                answer.at("secret").get<std::string>().c_str());
}

int run_token(const TokenFlags& flags, const Environment& environment, const json& request) {
  return run_at_desk({"/local/tokens", answer_token_request, print_tokens}, flags.common,
                     environment, request);
}

// "90d" -> 90
std::optional<int> days_in(const std::string& text) {
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error != std::errc() || days < 1 || (unit != "d" && !unit.empty())) return std::nullopt;
  return days;
}

int run_token_add(const TokenFlags& flags, const Environment& environment) {
  json request = {{"do", "add"}, {"name", flags.name}, {"scopes", flags.scopes}};
  if (!flags.expires.empty()) {
    const auto days = days_in(flags.expires);
    if (!days)
      return failed(
          {"--expires: '" + flags.expires + "' is no number of days", {}, "write it as 90d"});
    request["days"] = *days;
  }
  return run_token(flags, environment, request);
}

std::string known_scopes() {
  std::string names;
  for (const auto scope : all_scopes())
    names += (names.empty() ? "" : ", ") + std::string(scope_name(scope));
  return names;
}

CLI::App* add_token_action(CLI::App& token, TokenFlags& flags, const char* name, const char* what) {
  auto* action = token.add_subcommand(name, what);
  add_config_flag(*action, flags.common);
  add_json_flag(*action, flags.common);
  return action;
}

}  // namespace

void add_token_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<TokenFlags>();
  auto* token = app.add_subcommand("token", "Look after what programs log in with");
  token->require_subcommand(1);

  auto* add = add_token_action(*token, *flags, "add", "Make a token and print it");
  add->add_option("name", flags->name, "who will use it")->required();
  add->add_option("--scope", flags->scopes, "what for, separated by commas: " + known_scopes())
      ->required();
  add->add_option("--expires", flags->expires, "after so many days: 90d (default: never)");
  add->callback([flags, &environment, &status] { status = run_token_add(*flags, environment); });

  auto* list = add_token_action(*token, *flags, "list", "Show all tokens");
  list->callback([flags, &environment, &status] {
    status = run_token(*flags, environment, {{"do", "list"}});
  });

  auto* revoke = add_token_action(*token, *flags, "revoke", "Take a token's power away for good");
  revoke->add_option("id", flags->id, "its number in the list")->required();
  revoke->callback([flags, &environment, &status] {
    status = run_token(*flags, environment, {{"do", "revoke"}, {"id", flags->id}});
  });
}

}  // namespace kb

#include "server/login/account_requests.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/base/secrets.h"
#include "core/store/api_tokens.h"
#include "core/store/audit.h"
#include "core/store/login_links.h"
#include "core/store/sessions.h"
#include "core/store/users.h"
#include "server/login/api_scope.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Sql;
using namespace std::chrono_literals;

constexpr auto kLinkLifetime = 24h;
constexpr const char* kWho = "kb-server";

std::string text_in(const json& request, const char* key) {
  const auto found = request.find(key);
  return found != request.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t number_in(const json& request, const char* key) {
  const auto found = request.find(key);
  return found != request.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

Result<void> note(Sql& sql, const AccountDesk& desk, const char* action, const std::string& object,
                  std::string detail = {}) {
  return store::append_audit(sql, {.at = desk.clock.now(),
                                   .who = kWho,
                                   .action = action,
                                   .object = object,
                                   .detail = std::move(detail),
                                   .address = {}});
}

Result<store::User> user_named(Sql& sql, const std::string& name) {
  auto user = store::find_user(sql, name);
  if (!user) return fail(user.error());
  if (!*user)
    return fail("there is no user '" + name + "'", {}, "kb-server user list shows all of them");
  return **user;
}

Result<std::string> make_link(Sql& sql, const AccountDesk& desk, const store::User& user) {
  const auto secret = random_token();
  const auto added = store::add_login_link(
      sql, {hash_of_secret(secret), user.id, desk.clock.now() + kLinkLifetime});
  if (!added) return fail(added.error());
  return desk.site + "/login/link/" + secret;
}

json to_json(const store::User& user) {
  return {{"name", user.name},
          {"full_name", user.full_name},
          {"role", store::role_name(user.role)},
          {"disabled", user.disabled},
          {"has_password", !user.password.empty()},
          {"created", iso_time(user.created)}};
}

Result<std::string> kept_password(const AccountDesk& desk, const std::string& password,
                                  const std::string& name) {
  const auto fault = fault_of_password(password, name);
  if (!fault) return desk.passwords.keep(password);
  if (*fault == "account.password_common")
    return fail("the password is too easy to guess", {}, "a few unrelated words are not");
  return fail("a password has 10 to 200 characters", {}, "give another one");
}

Result<json> add_user(const AccountDesk& desk, const json& request) {
  const auto role =
      store::parse_role(request.contains("role") ? text_in(request, "role") : "agent");
  if (!role) return fail(role.error());
  if (*role == store::Role::anyone)
    return fail("an account needs a role", {}, "give it one of agent, writer, admin");
  std::string kept;
  if (request.contains("password")) {
    auto hash = kept_password(desk, text_in(request, "password"), text_in(request, "name"));
    if (!hash) return fail(hash.error());
    kept = std::move(*hash);
  }
  return desk.store.write([&](Sql& sql) -> Result<json> {
    const auto user = store::add_user(sql, {.name = text_in(request, "name"),
                                            .full_name = text_in(request, "full_name"),
                                            .role = *role,
                                            .password = kept,
                                            .created = desk.clock.now()});
    if (!user) return fail(user.error());
    if (auto noted = note(sql, desk, "user.add", user->name, std::string(store::role_name(*role)));
        !noted)
      return fail(noted.error());
    json answer = {{"user", to_json(*user)}};
    if (!kept.empty()) return answer;
    auto link = make_link(sql, desk, *user);
    if (!link) return fail(link.error());
    answer["link"] = *link;
    return answer;
  });
}

Result<json> list_users(const AccountDesk& desk) {
  const auto users = desk.store.read([](Sql& sql) { return store::list_users(sql); });
  if (!users) return fail(users.error());
  json list = json::array();
  for (const auto& user : *users) list.push_back(to_json(user));
  return json{{"users", std::move(list)}};
}

Result<json> set_role(const AccountDesk& desk, const json& request) {
  const auto role = store::parse_role(text_in(request, "role"));
  if (!role) return fail(role.error());
  return desk.store.write([&](Sql& sql) -> Result<json> {
    auto user = user_named(sql, text_in(request, "name"));
    if (!user) return fail(user.error());
    user->role = *role;
    if (auto set = store::set_user_role(sql, user->id, *role); !set) return fail(set.error());
    if (auto noted = note(sql, desk, "user.role", user->name, std::string(store::role_name(*role)));
        !noted)
      return fail(noted.error());
    return json{{"user", to_json(*user)}};
  });
}

// Who is disabled is also logged out: enabled again, they log in anew.
Result<json> set_disabled(const AccountDesk& desk, const json& request, bool disabled) {
  return desk.store.write([&](Sql& sql) -> Result<json> {
    auto user = user_named(sql, text_in(request, "name"));
    if (!user) return fail(user.error());
    user->disabled = disabled;
    if (auto set = store::set_user_disabled(sql, user->id, disabled); !set)
      return fail(set.error());
    if (auto ended = store::end_sessions(sql, user->id); !ended) return fail(ended.error());
    if (auto noted = note(sql, desk, disabled ? "user.disable" : "user.enable", user->name); !noted)
      return fail(noted.error());
    return json{{"user", to_json(*user)}};
  });
}

Result<json> give_link(const AccountDesk& desk, const json& request) {
  return desk.store.write([&](Sql& sql) -> Result<json> {
    const auto user = user_named(sql, text_in(request, "name"));
    if (!user) return fail(user.error());
    auto link = make_link(sql, desk, *user);
    if (!link) return fail(link.error());
    if (auto noted = note(sql, desk, "user.link", user->name); !noted) return fail(noted.error());
    return json{{"user", to_json(*user)}, {"link", *link}};
  });
}

json to_json(const store::ApiToken& token, Time now) {
  const auto time = [](const std::optional<Time>& at) {
    return at ? json(iso_time(*at)) : json(nullptr);
  };
  return {{"id", token.id},
          {"name", token.name},
          {"scopes", token.scopes},
          {"created", iso_time(token.created)},
          {"expires", time(token.expires)},
          {"used", time(token.used)},
          {"revoked", time(token.revoked)},
          {"valid", store::is_valid(token, now)}};
}

Result<json> add_token(const AccountDesk& desk, const json& request) {
  const auto scopes = parse_scopes(text_in(request, "scopes"));
  if (!scopes) return fail(scopes.error());
  store::ApiToken token;
  token.name = text_in(request, "name");
  token.created_by = kWho;
  if (token.name.empty()) return fail("a token needs a name", {}, "name who will use it");
  for (const auto scope : *scopes) token.scopes.emplace_back(scope_name(scope));
  token.created = desk.clock.now();
  if (const auto days = number_in(request, "days"); days > 0)
    token.expires = token.created + std::chrono::days{std::min<std::int64_t>(days, 36'500)};
  const auto secret = "kb_" + random_token();
  return desk.store.write([&](Sql& sql) -> Result<json> {
    const auto added = store::add_api_token(sql, token, hash_of_secret(secret));
    if (!added) return fail(added.error());
    if (auto noted = note(sql, desk, "token.add", added->name, scopes_text(*scopes)); !noted)
      return fail(noted.error());
    auto answer = json{{"token", to_json(*added, desk.clock.now())}};
    answer["secret"] = secret;
    return answer;
  });
}

Result<json> list_tokens(const AccountDesk& desk) {
  const auto tokens = desk.store.read([](Sql& sql) { return store::list_api_tokens(sql); });
  if (!tokens) return fail(tokens.error());
  json list = json::array();
  for (const auto& token : *tokens) list.push_back(to_json(token, desk.clock.now()));
  return json{{"tokens", std::move(list)}};
}

Result<json> revoke_token(const AccountDesk& desk, const json& request) {
  const auto id = number_in(request, "id");
  return desk.store.write([&](Sql& sql) -> Result<json> {
    if (auto revoked = store::revoke_api_token(sql, id, desk.clock.now()); !revoked)
      return fail(revoked.error());
    if (auto noted = note(sql, desk, "token.revoke", std::to_string(id)); !noted)
      return fail(noted.error());
    return json{{"id", id}};
  });
}

tl::unexpected<Error> unknown(const json& request, const char* known) {
  return fail("there is nothing to do called '" + text_in(request, "do") + "'", {}, known);
}

bool is_admin_here(const store::User& user, bool by_proxy) {
  return user.role == store::Role::admin && !user.disabled && (by_proxy || !user.password.empty());
}

// Who is to be the first admin: one who was made but never came, else a new one.
Result<std::optional<store::User>> first_admin(Sql& sql, const std::vector<store::User>& users,
                                               Time now) {
  for (const auto& user : users)
    if (user.role == store::Role::admin && !user.disabled) return user;
  const auto is_taken = std::ranges::find(users, "admin", &store::User::name) != users.end();
  if (is_taken) return std::nullopt;  // somebody's account: theirs to be given the role by a person
  auto added = store::add_user(sql, {.name = "admin",
                                     .full_name = {},
                                     .role = store::Role::admin,
                                     .password = {},
                                     .created = now});
  if (!added) return fail(added.error());
  return *added;
}

}  // namespace

Result<json> answer_user_request(const AccountDesk& desk, const json& request) {
  const auto what = text_in(request, "do");
  if (what == "add") return add_user(desk, request);
  if (what == "list") return list_users(desk);
  if (what == "role") return set_role(desk, request);
  if (what == "disable") return set_disabled(desk, request, true);
  if (what == "enable") return set_disabled(desk, request, false);
  if (what == "link") return give_link(desk, request);
  return unknown(request, "known: add, list, role, disable, enable, link");
}

Result<json> answer_token_request(const AccountDesk& desk, const json& request) {
  const auto what = text_in(request, "do");
  if (what == "add") return add_token(desk, request);
  if (what == "list") return list_tokens(desk);
  if (what == "revoke") return revoke_token(desk, request);
  return unknown(request, "known: add, list, revoke");
}

Result<std::optional<std::string>> first_admin_link(const AccountDesk& desk, bool by_proxy) {
  return desk.store.write([&](Sql& sql) -> Result<std::optional<std::string>> {
    const auto users = store::list_users(sql);
    if (!users) return fail(users.error());
    if (std::ranges::any_of(*users,
                            [&](const auto& user) { return is_admin_here(user, by_proxy); }))
      return std::nullopt;
    const auto admin = first_admin(sql, *users, desk.clock.now());
    if (!admin) return fail(admin.error());
    if (!*admin) return std::nullopt;
    auto link = make_link(sql, desk, **admin);
    if (!link) return fail(link.error());
    if (auto noted = note(sql, desk, "user.link", (*admin)->name, "first admin"); !noted)
      return fail(noted.error());
    return *link;
  });
}

std::string site_address(const Config& config, std::string authority) {
  const auto& base = config.site.base_path;
  if (!config.site.base_url.empty()) return config.site.base_url + base;
  if (authority.empty()) authority = config.server.listen;
  for (const std::string_view any : {"0.0.0.0:", "[::]:"})  // no address to go to
    if (authority.starts_with(any)) authority.replace(0, any.size() - 1, "localhost");
  return "http://" + authority + base;
}

}  // namespace kb

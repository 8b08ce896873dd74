#include "server/login/identify.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "core/base/secrets.h"
#include "core/store/api_tokens.h"
#include "core/store/audit.h"
#include "core/store/secret_table.h"
#include "core/store/sessions.h"
#include "core/store/users.h"
#include "server/http/field_value.h"
#include "server/login/login.h"
#include "server/login/session_cookie.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using store::Sql;

constexpr auto kBetweenExtensions = 5min;
constexpr auto kBetweenUses = 1min;
constexpr const char* kFormKey = "forms";

Identity identity_of(const store::User& user, Identity::Way way) {
  Identity identity;
  identity.way = way;
  identity.role = user.role;
  identity.user = user.id;
  identity.name = user.name;
  identity.full_name = user.full_name;
  return identity;
}

std::optional<std::string> bearer_of(const http::Request& request) {
  constexpr std::string_view kScheme = "Bearer ";
  const auto value = request.header("Authorization");
  if (!http::equals_ignoring_case(value.substr(0, kScheme.size()), kScheme)) return std::nullopt;
  return std::string(http::trim_blanks(value.substr(kScheme.size())));
}

Result<Identity> by_token(store::Store& store, const std::string& bearer, Time now) {
  const auto found =
      store.read([&](Sql& sql) { return store::find_api_token(sql, hash_of_secret(bearer)); });
  if (!found) return fail(found.error());
  if (!*found || !store::is_valid(**found, now)) return Identity{};
  const auto& token = **found;
  if (!token.used || now - *token.used >= kBetweenUses) {
    const auto noted =
        store.write([&](Sql& sql) { return store::note_api_token_use(sql, token.id, now); });
    if (!noted) return fail(noted.error());
  }
  Identity identity;
  identity.way = Identity::Way::token;
  identity.name = "token " + token.name;
  for (const auto& name : token.scopes)
    if (const auto scope = parse_scopes(name)) identity.scopes.insert(scope->begin(), scope->end());
  return identity;
}

Result<Identity> by_session(store::Store& store, const std::string& secret, Time now,
                            std::chrono::seconds lifetime) {
  std::optional<store::Session> session;
  std::optional<store::User> user;
  const auto read = store.read([&](Sql& sql) -> Result<void> {
    auto found = store::find_session(sql, hash_of_secret(secret), now);
    if (!found) return fail(found.error());
    if (!*found) return {};
    auto owner = store::find_user(sql, (*found)->user_id);
    if (!owner) return fail(owner.error());
    session = std::move(*found);
    user = std::move(*owner);
    return {};
  });
  if (!read) return fail(read.error());
  if (!session || !user) return Identity{};
  if (now + lifetime - session->expires >= kBetweenExtensions) {
    const auto extended = store.write(
        [&](Sql& sql) { return store::extend_session(sql, session->hash, now + lifetime); });
    if (!extended) return fail(extended.error());
  }
  Identity identity = identity_of(*user, Identity::Way::session);
  identity.session = session->hash;
  identity.csrf = session->csrf;
  return identity;
}

// The value of a field that a proxy sets. Two of them: one is the client's own.
std::optional<std::string> only_value(const http::Request& request, const std::string& name) {
  std::optional<std::string> value;
  for (const auto& field : request.headers) {
    if (!http::equals_ignoring_case(field.name, name)) continue;
    if (value) return std::nullopt;
    value = field.value;
  }
  return value && !value->empty() ? value : std::nullopt;
}

struct Vouched {
  std::string name;
  std::optional<Role> role;
};

// What the proxy says of who asks; nothing where there is none to say it.
Result<std::optional<Vouched>> vouched_for(const HelpCenter& center, const http::Request& request) {
  const auto& config = center.config.login;
  if (config.proxy_user_header.empty()) return std::nullopt;
  if (!center.login->proxies.trusts(request.peer_address)) return std::nullopt;
  const auto name = only_value(request, config.proxy_user_header);
  if (!name) return std::nullopt;
  const auto kept = store::user_name(*name);
  if (!kept) return fail(kept.error());
  Vouched vouched{*kept, std::nullopt};
  if (config.proxy_role_header.empty()) return vouched;
  if (const auto said = only_value(request, config.proxy_role_header)) {
    const auto role = store::parse_role(*said);
    if (!role) return fail(role.error());
    vouched.role = *role;
  }
  return vouched;
}

struct Account {
  store::User user;
  std::string form_key;
};

bool is_as_vouched(const std::optional<store::User>& user, const Vouched& vouched) {
  return user && (!vouched.role || user->role == *vouched.role);
}

// The account as the proxy says it is, where the store has it so already.
Result<std::optional<Account>> find_account(Sql& sql, const Vouched& vouched) {
  const auto user = store::find_user(sql, vouched.name);
  if (!user) return fail(user.error());
  const auto key = store::find_secret(sql, kFormKey);
  if (!key) return fail(key.error());
  if (!*key || !is_as_vouched(*user, vouched)) return std::nullopt;
  return Account{**user, **key};
}

Result<Account> make_account(Sql& sql, const Vouched& vouched, Time now,
                             const std::string& address) {
  auto key = store::secret(sql, kFormKey);
  if (!key) return fail(key.error());
  auto found = store::find_user(sql, vouched.name);
  if (!found) return fail(found.error());
  if (is_as_vouched(*found, vouched)) return Account{**found, *key};
  store::AuditEntry entry;
  entry.at = now;
  entry.who = "proxy";
  entry.object = vouched.name;
  entry.address = address;
  if (*found) {
    if (auto set = store::set_user_role(sql, (*found)->id, *vouched.role); !set)
      return fail(set.error());
    (*found)->role = *vouched.role;
    entry.action = "user.role";
  } else {
    auto added = store::add_user(sql, {.name = vouched.name,
                                       .full_name = {},
                                       .role = vouched.role.value_or(Role::agent),
                                       .password = {},
                                       .created = now});
    if (!added) return fail(added.error());
    *found = std::move(*added);
    entry.action = "user.add";
  }
  entry.detail = store::role_name((*found)->role);
  if (auto told = store::append_audit(sql, entry); !told) return fail(told.error());
  return Account{**found, *key};
}

Result<Identity> by_proxy(const HelpCenter& center, store::Store& store,
                          const http::Request& request) {
  const auto vouched = vouched_for(center, request);
  if (!vouched) return fail(vouched.error());
  if (!*vouched) return Identity{};
  auto account = store.read([&](Sql& sql) { return find_account(sql, **vouched); });
  if (!account) return fail(account.error());
  if (!*account) {
    auto made = store.write([&](Sql& sql) {
      return make_account(sql, **vouched, center.clock.now(), request.client_address);
    });
    if (!made) return fail(made.error());
    *account = std::move(*made);
  }
  const auto& [user, form_key] = **account;
  if (user.disabled) return Identity{};
  Identity identity = identity_of(user, Identity::Way::proxy);
  identity.csrf = keyed_hash(form_key, user.name);
  return identity;
}

}  // namespace

Result<Identity> identify(const HelpCenter& center, store::Store& store,
                          const http::Request& request) {
  const Time now = center.clock.now();
  if (const auto bearer = bearer_of(request)) return by_token(store, *bearer, now);
  if (const auto secret = session_secret(request); !secret.empty()) {
    auto identity =
        by_session(store, secret, now, std::chrono::hours{center.config.login.session_hours});
    if (!identity || identity->way != Identity::Way::none) return identity;
  }
  return by_proxy(center, store, request);
}

}  // namespace kb

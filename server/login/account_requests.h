// What commands ask of accounts and tokens, as JSON in and out; the same whether the running server
// does it for them (/local/users, /local/tokens) or they write the store themselves.
//
//   {"do": "add", "name": "ana", "role": "writer", "password": "…"}    without: a log-in link
//   {"do": "list"} {"do": "role", …} {"do": "link", …} {"do": "disable", …} {"do": "enable", …}
//   {"do": "add", "name": "zendesk", "scopes": "tickets:write", "days": 90}     // of tokens
//   {"do": "list"} {"do": "revoke", "id": 7}
//
// A secret is in the answer to the request that made it and nowhere else. Every change is in the
// audit log. Thread-safe. What is missing or wrong in a request is an Error.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/store/store.h"
#include "server/login/password.h"

namespace kb {

struct AccountDesk {
  store::Store& store;
  Passwords& passwords;
  const Clock& clock;
  std::string site;  // before the paths of log-in links: "https://help.example.com/help"
};

Result<nlohmann::json> answer_user_request(const AccountDesk& desk, const nlohmann::json& request);
Result<nlohmann::json> answer_token_request(const AccountDesk& desk, const nlohmann::json& request);

// While no admin can log in: the address of a link that lets the first one choose a password.
// `by_proxy`: a proxy logs people in, so that an admin needs no password.
Result<std::optional<std::string>> first_admin_link(const AccountDesk& desk, bool by_proxy);

// Where the site is for a browser: as configured, else at `authority`, "127.0.0.1:8080", or where
// it listens.
std::string site_address(const Config& config, std::string authority = {});

}  // namespace kb

// What programs log in with: a token with scopes, known by the hash of its secret.
//
//   add_api_token(sql, {.name = "helpdesk", .scopes = {"tickets:write"}, …},
//   hash_of_secret(token)); auto token = find_api_token(sql, hash_of_secret(bearer)); if (token &&
//   *token && is_valid(**token, clock.now())) …
//
// Functions on a transaction: Sql decides the thread. Tokens are revoked, never removed.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct ApiToken {
  std::int64_t id = 0;  // given by add_api_token
  std::string name = {};
  std::vector<std::string> scopes = {};
  std::string created_by = {};
  Time created = {};
  std::optional<Time> expires = {};
  std::optional<Time> used = {};  // last
  std::optional<Time> revoked = {};

  bool operator==(const ApiToken&) const = default;
};

bool is_valid(const ApiToken& token, Time now);

Result<ApiToken> add_api_token(Sql& sql, ApiToken token, std::string_view hash);
Result<std::optional<ApiToken>> find_api_token(Sql& sql, std::string_view hash);
Result<std::vector<ApiToken>> list_api_tokens(Sql& sql);  // newest first

// An Error where there is no such token; one that was revoked before keeps its time.
Result<void> revoke_api_token(Sql& sql, std::int64_t id, Time now);
Result<void> note_api_token_use(Sql& sql, std::int64_t id, Time now);

}  // namespace kb::store

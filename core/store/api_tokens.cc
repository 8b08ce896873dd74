#include "core/store/api_tokens.h"

#include <nlohmann/json.hpp>

namespace kb::store {
namespace {

using nlohmann::json;

std::string select_tokens(std::string_view which) {
  return "SELECT id, name, scopes, created_by, created, expires, used, revoked FROM api_tokens " +
         std::string(which);
}

Result<ApiToken> token_of(const Row& row) {
  ApiToken token{row.integer(0),    row.text(1),      {},
                 row.text(3),       row.time(4),      row.maybe_time(5),
                 row.maybe_time(6), row.maybe_time(7)};
  const json scopes = json::parse(row.text(2), nullptr, false);
  if (!scopes.is_array()) return fail("the scopes of API token " + token.name + " are unreadable");
  for (const json& scope : scopes)
    if (scope.is_string()) token.scopes.push_back(scope.get<std::string>());
  return token;
}

Result<void> expect_one_token(const Result<std::int64_t>& changed, std::int64_t id) {
  if (!changed) return fail(changed.error());
  if (*changed == 0)
    return fail("there is no API token with the number " + std::to_string(id), {},
                "kb-server token list shows them");
  return {};
}

}  // namespace

bool is_valid(const ApiToken& token, Time now) {
  return !token.revoked && (!token.expires || *token.expires > now);
}

Result<ApiToken> add_api_token(Sql& sql, ApiToken token, std::string_view hash) {
  const std::string scopes =
      json(token.scopes).dump(-1, ' ', false, json::error_handler_t::replace);
  const auto row = sql.one(
      "INSERT INTO api_tokens (name, hash, scopes, created_by, created, expires, used, revoked) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
      {token.name, hash, scopes, token.created_by, token.created, token.expires, token.used,
       token.revoked});
  if (!row) return fail(row.error());
  token.id = (*row)->integer(0);
  return token;
}

Result<std::optional<ApiToken>> find_api_token(Sql& sql, std::string_view hash) {
  const auto row = sql.one(select_tokens("WHERE hash = $1"), {hash});
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  auto token = token_of(**row);
  if (!token) return fail(token.error());
  return std::optional(std::move(*token));
}

Result<std::vector<ApiToken>> list_api_tokens(Sql& sql) {
  std::vector<ApiToken> tokens;
  auto done = sql.each(select_tokens("ORDER BY id DESC"), {}, [&](const Row& row) -> Result<void> {
    auto token = token_of(row);
    if (!token) return fail(token.error());
    tokens.push_back(std::move(*token));
    return {};
  });
  if (!done) return fail(done.error());
  return tokens;
}

Result<void> revoke_api_token(Sql& sql, std::int64_t id, Time now) {
  return expect_one_token(
      sql.change("UPDATE api_tokens SET revoked = coalesce(revoked, $2) WHERE id = $1", {id, now}),
      id);
}

Result<void> note_api_token_use(Sql& sql, std::int64_t id, Time now) {
  return expect_one_token(sql.change("UPDATE api_tokens SET used = $2 WHERE id = $1", {id, now}),
                          id);
}

}  // namespace kb::store

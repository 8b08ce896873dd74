#include "core/store/sessions.h"

namespace kb::store {
namespace {

// A disabled user's sessions are as good as ended.
std::string select_sessions(std::string_view which) {
  return "SELECT s.hash, s.user_id, s.csrf, s.created, s.expires, s.address, s.browser "
         "FROM sessions s JOIN users u ON u.id = s.user_id AND u.disabled = 0 " +
         std::string(which);
}

Session session_of(const Row& row) {
  return {row.text(0), row.integer(1), row.text(2), row.time(3),
          row.time(4), row.text(5),    row.text(6)};
}

}  // namespace

Result<void> add_session(Sql& sql, const Session& session) {
  const auto added = sql.change(
      "INSERT INTO sessions (hash, user_id, csrf, created, expires, address, browser) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      {session.hash, session.user_id, session.csrf, session.created, session.expires,
       session.address, session.browser});
  if (!added) return fail(added.error());
  return {};
}

Result<std::optional<Session>> find_session(Sql& sql, std::string_view hash, Time now) {
  const auto row = sql.one(select_sessions("WHERE s.hash = $1 AND s.expires > $2"), {hash, now});
  if (!row) return fail(row.error());
  return *row ? std::optional(session_of(**row)) : std::nullopt;
}

Result<std::vector<Session>> list_sessions(Sql& sql, std::int64_t user_id, Time now) {
  return sql.list(select_sessions("WHERE s.user_id = $1 AND s.expires > $2 "
                                  "ORDER BY s.created DESC, s.hash"),
                  {user_id, now}, session_of);
}

Result<void> extend_session(Sql& sql, std::string_view hash, Time expires) {
  const auto set = sql.change("UPDATE sessions SET expires = $2 WHERE hash = $1", {hash, expires});
  if (!set) return fail(set.error());
  return {};
}

Result<std::int64_t> end_session(Sql& sql, std::string_view hash) {
  return sql.change("DELETE FROM sessions WHERE hash = $1", {hash});
}

Result<std::int64_t> end_sessions(Sql& sql, std::int64_t user_id, std::string_view except_hash) {
  return sql.change("DELETE FROM sessions WHERE user_id = $1 AND hash <> $2",
                    {user_id, except_hash});
}

Result<std::int64_t> end_expired_sessions(Sql& sql, Time now) {
  return sql.change("DELETE FROM sessions WHERE expires <= $1", {now});
}

}  // namespace kb::store

#include "core/store/login_links.h"

namespace kb::store {

Result<void> add_login_link(Sql& sql, const LoginLink& link) {
  const auto ended = sql.change("DELETE FROM login_links WHERE user_id = $1", {link.user_id});
  if (!ended) return fail(ended.error());
  const auto added =
      sql.change("INSERT INTO login_links (hash, user_id, expires) VALUES ($1, $2, $3)",
                 {link.hash, link.user_id, link.expires});
  if (!added) return fail(added.error());
  return {};
}

Result<std::optional<LoginLink>> find_login_link(Sql& sql, std::string_view hash, Time now) {
  const auto row = sql.one(
      "SELECT l.hash, l.user_id, l.expires FROM login_links l "
      "JOIN users u ON u.id = l.user_id AND u.disabled = 0 "
      "WHERE l.hash = $1 AND l.expires > $2",
      {hash, now});
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  return LoginLink{(*row)->text(0), (*row)->integer(1), (*row)->time(2)};
}

Result<std::optional<std::int64_t>> use_login_link(Sql& sql, std::string_view hash, Time now) {
  const auto link = find_login_link(sql, hash, now);
  if (!link) return fail(link.error());
  if (!*link) return std::nullopt;
  const auto used = sql.change("DELETE FROM login_links WHERE hash = $1", {hash});
  if (!used) return fail(used.error());
  return (*link)->user_id;
}

Result<std::int64_t> remove_expired_login_links(Sql& sql, Time now) {
  return sql.change("DELETE FROM login_links WHERE expires <= $1", {now});
}

}  // namespace kb::store

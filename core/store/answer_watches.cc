#include "core/store/answer_watches.h"

namespace kb::store {
namespace {

std::string select_watches(std::string_view which) {
  return "SELECT id, token_hash, email, customer, lang, query, article, seen, created, confirmed "
         "FROM answer_watches " +
         std::string(which);
}

AnswerWatch watch_of(const Row& row) {
  return {.id = row.integer(0),
          .token_hash = row.text(1),
          .email = row.text(2),
          .customer = row.text(3),
          .lang = row.text(4),
          .query = row.text(5),
          .article = row.text(6),
          .seen = row.text(7),
          .created = row.time(8),
          .confirmed = row.maybe_time(9)};
}

Result<std::vector<AnswerWatch>> watches_of(const Result<std::vector<Row>>& rows) {
  if (!rows) return fail(rows.error());
  std::vector<AnswerWatch> watches;
  for (const Row& row : *rows) watches.push_back(watch_of(row));
  return watches;
}

Result<bool> any(const Result<std::int64_t>& changed) {
  if (!changed) return fail(changed.error());
  return *changed > 0;
}

}  // namespace

Result<std::int64_t> add_watch(Sql& sql, const AnswerWatch& watch) {
  // Who says "no" to a newer text waits for a newer one yet.
  const auto row = sql.one(
      "INSERT INTO answer_watches (token_hash, email, customer, lang, query, article, seen, "
      "created, confirmed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
      "ON CONFLICT (customer, lang, query, article) DO UPDATE SET "
      "token_hash = excluded.token_hash, seen = excluded.seen, created = excluded.created "
      "RETURNING id",
      {watch.token_hash, watch.email, watch.customer, watch.lang, watch.query, watch.article,
       watch.seen, watch.created, watch.confirmed});
  if (!row) return fail(row.error());
  if (!*row) return fail("the store gave the new watch no number");
  return (*row)->integer(0);
}

Result<bool> confirm_watch(Sql& sql, std::string_view token_hash, Time now) {
  return any(
      sql.change("UPDATE answer_watches SET confirmed = COALESCE(confirmed, $2) "
                 "WHERE token_hash = $1",
                 {token_hash, now}));
}

Result<bool> drop_watch(Sql& sql, std::string_view token_hash) {
  return any(sql.change("DELETE FROM answer_watches WHERE token_hash = $1", {token_hash}));
}

Result<std::vector<AnswerWatch>> open_watches(Sql& sql) {
  return watches_of(sql.all(select_watches("WHERE confirmed IS NOT NULL ORDER BY id")));
}

Result<std::vector<AnswerWatch>> watches_of(Sql& sql, std::string_view customer) {
  if (customer.empty()) return std::vector<AnswerWatch>();
  return watches_of(sql.all(select_watches("WHERE customer = $1 ORDER BY id"), {customer}));
}

Result<void> remove_watch(Sql& sql, std::int64_t id) {
  const auto removed = sql.change("DELETE FROM answer_watches WHERE id = $1", {id});
  if (!removed) return fail(removed.error());
  return {};
}

Result<std::int64_t> drop_unconfirmed_watches(Sql& sql, Time before) {
  return sql.change("DELETE FROM answer_watches WHERE confirmed IS NULL AND created < $1",
                    {before});
}

Result<std::int64_t> drop_watches_of(Sql& sql, std::string_view customer) {
  if (customer.empty()) return 0;
  return sql.change("DELETE FROM answer_watches WHERE customer = $1", {customer});
}

}  // namespace kb::store

#include "core/store/article_needs.h"

namespace kb::store {

Result<std::int64_t> add_need(Sql& sql, const ArticleNeed& need) {
  const auto known = sql.one(
      "SELECT id FROM article_needs WHERE lang = $1 AND question = $2 AND ticket = $3 "
      "AND who = $4",
      {need.lang, need.question, need.ticket, need.who});
  if (!known) return fail(known.error());
  if (*known) return (*known)->integer(0);
  return sql.added(
      "INSERT INTO article_needs (lang, question, ticket, who, at) VALUES ($1, $2, $3, $4, $5) "
      "RETURNING id",
      {need.lang, need.question, need.ticket, need.who, need.at});
}

Result<std::vector<ArticleNeed>> list_needs(Sql& sql, std::string_view lang, int limit) {
  return sql.list(
      "SELECT id, lang, question, ticket, who, at FROM article_needs WHERE lang = $1 "
      "ORDER BY at DESC, id DESC LIMIT $2",
      {lang, limit}, [](const Row& row) -> ArticleNeed {
        return {row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4), row.time(5)};
      });
}

}  // namespace kb::store

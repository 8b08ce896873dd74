#include "core/store/notices.h"

namespace kb::store {
namespace {

// id, lang, text, article, gap, until_day, who, created
Notice notice_of(const Row& row) {
  return {.id = row.integer(0),
          .lang = row.text(1),
          .text = row.text(2),
          .article = row.text(3),
          .gap = row.integer(4),
          .until_day = row.integer(5),
          .who = row.text(6),
          .created = row.time(7)};
}

}  // namespace

Result<std::int64_t> add_notice(Sql& sql, const Notice& notice) {
  return sql.added(
      "INSERT INTO notices (lang, text, article, gap, until_day, who, created) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
      {notice.lang, notice.text, notice.article, notice.gap, notice.until_day, notice.who,
       notice.created});
}

Result<std::vector<Notice>> notices_on(Sql& sql, std::int64_t day) {
  return sql.list(
      "SELECT id, lang, text, article, gap, until_day, who, created FROM notices "
      "WHERE until_day >= $1 ORDER BY created DESC, id DESC",
      {day}, notice_of);
}

Result<bool> remove_notice(Sql& sql, std::int64_t id) {
  const auto removed = sql.change("DELETE FROM notices WHERE id = $1", {id});
  if (!removed) return fail(removed.error());
  return *removed > 0;
}

}  // namespace kb::store

#include "core/store/figure_targets.h"

namespace kb::store {
namespace {

// id, figure, lang, category, at_most, goal, start, by_day, guard, guard_at_most, guard_limit, who,
// created, closed
FigureTarget target_of(const Row& row) {
  return {.id = row.integer(0),
          .figure = row.text(1),
          .lang = row.text(2),
          .category = row.text(3),
          .at_most = row.integer(4) != 0,
          .goal = row.number(5),
          .start = row.is_null(6) ? std::nullopt : std::optional(row.number(6)),
          .by_day = row.integer(7),
          .guard = row.text(8),
          .guard_at_most = row.integer(9) != 0,
          .guard_limit = row.number(10),
          .who = row.text(11),
          .created = row.time(12),
          .closed = row.maybe_time(13)};
}

}  // namespace

Result<std::int64_t> add_target(Sql& sql, const FigureTarget& target) {
  return sql.added(
      "INSERT INTO figure_targets (figure, lang, category, at_most, goal, start, by_day, guard, "
      "guard_at_most, guard_limit, who, created, closed) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id",
      {target.figure, target.lang, target.category, target.at_most, target.goal, target.start,
       target.by_day, target.guard, target.guard_at_most, target.guard_limit, target.who,
       target.created, target.closed});
}

Result<std::vector<FigureTarget>> list_targets(Sql& sql) {
  return sql.list(
      "SELECT id, figure, lang, category, at_most, goal, start, by_day, guard, guard_at_most, "
      "guard_limit, who, created, closed FROM figure_targets WHERE closed IS NULL "
      "ORDER BY by_day, id",
      {}, target_of);
}

Result<bool> close_target(Sql& sql, std::int64_t id, Time now) {
  const auto closed = sql.change(
      "UPDATE figure_targets SET closed = $2 WHERE id = $1 AND closed IS NULL", {id, now});
  if (!closed) return fail(closed.error());
  return *closed > 0;
}

}  // namespace kb::store

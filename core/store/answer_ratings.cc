#include "core/store/answer_ratings.h"

namespace kb::store {
namespace {

std::string select_ratings(std::string_view which) {
  return "SELECT r.source, r.ticket, r.reviewer, r.correct, r.complete, r.clear, r.tone, r.note, "
         "r.at FROM answer_ratings r " +
         std::string(which);
}

AnswerRating rating_of(const Row& row) {
  const auto mark = [&](std::size_t column) { return static_cast<int>(row.integer(column)); };
  return {row.text(0), row.text(1), row.text(2), mark(3),    mark(4),
          mark(5),     mark(6),     row.text(7), row.time(8)};
}

}  // namespace

Result<void> put_rating(Sql& sql, const AnswerRating& rating) {
  for (const int mark : {rating.correct, rating.complete, rating.clear, rating.tone})
    if (mark < 1 || mark > 5)
      return fail("a reply cannot be rated " + std::to_string(mark),
                  rating.source + "/" + rating.ticket, "give 1 to 5 for each criterion");
  const auto put = sql.change(
      "INSERT INTO answer_ratings (source, ticket, reviewer, correct, complete, clear, tone, note, "
      "at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
      "ON CONFLICT (source, ticket, reviewer) DO UPDATE SET correct = excluded.correct, "
      "complete = excluded.complete, clear = excluded.clear, tone = excluded.tone, "
      "note = excluded.note, at = excluded.at",
      {rating.source, rating.ticket, rating.reviewer, rating.correct, rating.complete, rating.clear,
       rating.tone, rating.note, rating.at});
  if (!put) return fail(put.error());
  return {};
}

Result<std::vector<AnswerRating>> ratings_of(Sql& sql, std::string_view source,
                                             std::string_view ticket) {
  return sql.list(select_ratings("WHERE r.source = $1 AND r.ticket = $2 ORDER BY r.reviewer"),
                  {source, ticket}, rating_of);
}

Result<std::vector<AnswerRating>> ratings_of_week(Sql& sql, std::string_view week) {
  return sql.list(select_ratings("JOIN review_samples s ON s.source = r.source AND "
                                 "s.ticket = r.ticket WHERE s.week = $1 "
                                 "ORDER BY r.source, r.ticket, r.reviewer"),
                  {week}, rating_of);
}

}  // namespace kb::store

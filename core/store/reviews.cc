#include "core/store/reviews.h"

#include <array>

namespace kb::store {
namespace {

struct Named {
  ReviewState state;
  std::string_view name;
};
constexpr std::array kReviewStates = {
    Named{ReviewState::saved, "saved"},       Named{ReviewState::waiting, "waiting"},
    Named{ReviewState::approved, "approved"}, Named{ReviewState::merged, "merged"},
    Named{ReviewState::rejected, "rejected"},
};

std::string select_reviews(std::string_view which) {
  return "SELECT source, ticket, state, lang, title, question, answer, category, target, note, "
         "who, at FROM reviews " +
         std::string(which);
}

Result<Review> review_of(const Row& row) {
  const auto state = parse_review_state(row.text(2));
  if (!state) return fail(state.error().what, row.text(0) + "/" + row.text(1));
  return Review{row.text(0), row.text(1), *state,      row.text(3), row.text(4),  row.text(5),
                row.text(6), row.text(7), row.text(8), row.text(9), row.text(10), row.time(11)};
}

}  // namespace

std::string_view review_state_name(ReviewState state) {
  for (const auto& named : kReviewStates)
    if (named.state == state) return named.name;
  return {};
}

Result<ReviewState> parse_review_state(std::string_view name) {
  for (const auto& named : kReviewStates)
    if (named.name == name) return named.state;
  return fail("a review has no state '" + std::string(name) + "'");
}

bool is_decided(ReviewState state) {
  return state >= ReviewState::approved;
}

Result<void> put_review(Sql& sql, const Review& review) {
  const auto put = sql.change(
      "INSERT INTO reviews (source, ticket, state, lang, title, question, answer, category, "
      "target, note, who, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) "
      "ON CONFLICT (source, ticket) DO UPDATE SET state = excluded.state, lang = excluded.lang, "
      "title = excluded.title, question = excluded.question, answer = excluded.answer, "
      "category = excluded.category, target = excluded.target, note = excluded.note, "
      "who = excluded.who, at = excluded.at",
      {review.source, review.ticket, review_state_name(review.state), review.lang, review.title,
       review.question, review.answer, review.category, review.target, review.note, review.who,
       review.at});
  if (!put) return fail(put.error());
  return {};
}

Result<std::optional<Review>> find_review(Sql& sql, std::string_view source,
                                          std::string_view ticket) {
  const auto row = sql.one(select_reviews("WHERE source = $1 AND ticket = $2"), {source, ticket});
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  auto review = review_of(**row);
  if (!review) return fail(review.error());
  return std::optional(std::move(*review));
}

Result<std::vector<Review>> list_reviews(Sql& sql) {
  std::vector<Review> reviews;
  const auto read =
      sql.each(select_reviews("ORDER BY source, ticket"), {}, [&](const Row& row) -> Result<void> {
        auto review = review_of(row);
        if (!review) return fail(review.error());
        reviews.push_back(std::move(*review));
        return {};
      });
  if (!read) return fail(read.error());
  return reviews;
}

Result<void> each_published(Sql& sql,
                            const std::function<Result<void>(const std::string&)>& visit) {
  return sql.each(
      "SELECT source, ticket FROM reviews WHERE state IN ($1, $2) ORDER BY source, ticket",
      {review_state_name(ReviewState::approved), review_state_name(ReviewState::merged)},
      [&](const Row& row) { return visit(row.text(0) + "/" + row.text(1)); });
}

}  // namespace kb::store

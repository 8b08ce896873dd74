// How good colleagues find a reply to a customer: four criteria, 1 to 5 each.
//
//   put_rating(sql, {.source = "zendesk", .ticket = "1042", .reviewer = "ana", .correct = 5, …});
//   auto ratings = ratings_of(sql, "zendesk", "1042");       // each reviewer's, by name
//
// A reviewer has one rating of a reply; another one takes its place. A mark that is none of 1 to 5
// is an Error. Functions on a transaction: Sql decides the thread.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct AnswerRating {
  std::string source = {};
  std::string ticket = {};
  std::string reviewer = {};  // as the audit log names them
  int correct = 0;
  int complete = 0;
  int clear = 0;
  int tone = 0;
  std::string note = {};
  Time at = {};

  bool operator==(const AnswerRating&) const = default;
};

Result<void> put_rating(Sql& sql, const AnswerRating& rating);
Result<std::vector<AnswerRating>> ratings_of(Sql& sql, std::string_view source,
                                             std::string_view ticket);

// Of all replies drawn in that week (review_samples.h), by (source, ticket, reviewer).
Result<std::vector<AnswerRating>> ratings_of_week(Sql& sql, std::string_view week);

}  // namespace kb::store

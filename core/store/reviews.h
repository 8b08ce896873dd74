// What writers decided about the questions of resolved tickets: the text that they made of one, and
// how far it has come.
//
//   auto review = find_review(sql, "zendesk", "1042");       // nothing: nobody has begun
//   if (review && is_decided((*review)->state)) …
//   put_review(sql, {.source = "zendesk", .ticket = "1042", .state = ReviewState::saved, …});
//
// One review for each group of tickets, under its first ticket. Functions on a transaction: Sql
// decides the thread; who changes a review reads it in the same transaction first.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

enum class ReviewState {
  saved,     // somebody works on it
  waiting,   // approved once; another person must approve it, too
  approved,  // a file among the answers
  merged,    // a draft beside an article
  rejected,
};

struct Review {
  std::string source = {};
  std::string ticket = {};
  ReviewState state = ReviewState::saved;
  std::string lang = {};
  std::string title = {};
  std::string question = {};
  std::string answer = {};    // Markdown
  std::string category = {};  // its key
  std::string target = {};    // approved, waiting, saved: the answer's id; merged: the article's
  std::string note = {};      // for the team; of a rejected one: why
  std::string who = {};       // did this last
  Time at = {};

  bool operator==(const Review&) const = default;
};

std::string_view review_state_name(ReviewState state);  // "waiting"
Result<ReviewState> parse_review_state(std::string_view name);
bool is_decided(ReviewState state);  // it need not be looked at again

Result<void> put_review(Sql& sql, const Review& review);  // in place of the one before
Result<std::optional<Review>> find_review(Sql& sql, std::string_view source,
                                          std::string_view ticket);

// In the order of (source, ticket).
Result<std::vector<Review>> list_reviews(Sql& sql);

// The tickets ("zendesk/1042") whose answers were published or became part of an article, in order;
// no texts are read.
Result<void> each_published(Sql& sql, const std::function<Result<void>(const std::string&)>& visit);

}  // namespace kb::store

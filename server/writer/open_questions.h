// The questions that wait for a writer: groups of resolved tickets that ask the same and of which
// none has been decided about, most asked first.
//
//   const DecidedTickets decided(*store.read(list_reviews));
//   auto open = open_questions(generation, decided, {.lang = "pl", .least = 3});
//   open[0].count, open[0].title, open[0].ticket
//
// A question that somebody has begun with goes under the ticket that was begun. Pure; thread-safe.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/index/generation.h"
#include "core/store/reviews.h"

namespace kb {

// How far each ticket has come, by its key ("zendesk/1042").
using ReviewStates = std::unordered_map<std::string, store::ReviewState>;
ReviewStates states_of(const std::vector<store::Review>& reviews);

struct QuestionFilter {
  std::string lang = {};   // empty: all
  std::string topic = {};  // empty: all
  std::size_t least = 1;   // asked so many times or more
};

struct OpenQuestion {
  std::string ticket;  // its key
  std::string lang;
  std::string title;
  std::string topic;  // may be empty
  std::size_t count = 1;
  std::optional<double> satisfaction = {};  // mean, of those who said
  Time last_asked;
  std::optional<store::ReviewState> state = {};  // saved or waiting
};

std::vector<OpenQuestion> open_questions(const index::Generation& generation,
                                         const ReviewStates& states, const QuestionFilter& filter);

// How many there are in each language with tickets, and their topics.
std::map<std::string, std::size_t> count_open(const index::Generation& generation,
                                              const ReviewStates& states);
std::vector<std::string> topics_of(const std::vector<OpenQuestion>& questions);

// "zendesk/1042" -> {"zendesk", "1042"}.
std::pair<std::string, std::string> split_key(std::string_view key);

// The group that a ticket is in.
struct FoundGroup {
  const index::Database* database = nullptr;
  const index::TicketGroup* group = nullptr;

  explicit operator bool() const { return group != nullptr; }
  std::vector<std::string> members() const;  // their keys, the leader's first
  std::string best() const;
};
FoundGroup find_group(const index::Generation& generation, std::string_view ticket);

}  // namespace kb

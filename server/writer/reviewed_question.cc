#include "server/writer/reviewed_question.h"

#include <algorithm>
#include <set>

#include "core/store/ticket_table.h"
#include "server/writer/open_questions.h"

namespace kb {
namespace {

using store::Sql;

constexpr std::size_t kMostMembers = 200;
constexpr std::size_t kMostAnswers = 8;

// The keys of the tickets that ask the same, and the one with the best answer.
struct Members {
  std::vector<std::string> keys;
  std::string best;
  std::string topic;
};

Members members_of(const StaffRequest& staff, const std::string& key) {
  const auto generation = staff.center.searchers.generation();
  const auto found = generation ? find_group(*generation, key) : FoundGroup();
  if (!found) return {{key}, key, {}};
  return {found.members(), found.best(),
          std::string(found.database->tickets.topic_of(*found.group))};
}

// The review that one of the tickets has, if any.
Result<std::optional<store::Review>> review_among(Sql& sql, const std::vector<std::string>& keys) {
  for (const auto& key : keys) {
    const auto [source, ticket] = split_key(key);
    auto review = store::find_review(sql, source, ticket);
    if (!review || *review) return review;
  }
  return std::nullopt;
}

Result<std::vector<Ticket>> load(Sql& sql, const std::vector<std::string>& keys) {
  std::vector<Ticket> tickets;
  for (const auto& key : keys) {
    const auto [source, id] = split_key(key);
    auto ticket = store::find_ticket(sql, source, id);
    if (!ticket) return fail(ticket.error());
    if (*ticket) tickets.push_back(std::move(**ticket));
  }
  return tickets;
}

void put_first(std::vector<std::string>& keys, const std::string& first) {
  const auto found = std::ranges::find(keys, first);
  if (found != keys.end())
    std::rotate(keys.begin(), found, found + 1);
  else
    keys.insert(keys.begin(), first);
}

// By satisfaction, then the newest; the one that the index shows before all others.
std::vector<Ticket> different_answers(std::vector<Ticket> tickets, const std::string& best) {
  std::ranges::stable_sort(tickets, [&](const Ticket& a, const Ticket& b) {
    const bool a_best = to_key(a) == best;
    const bool b_best = to_key(b) == best;
    if (a_best != b_best) return a_best;
    if (a.satisfaction != b.satisfaction) return a.satisfaction > b.satisfaction;
    return a.created > b.created;
  });
  std::set<std::string> seen;
  std::erase_if(tickets, [&](const Ticket& ticket) {
    return ticket.answer.empty() || !seen.insert(ticket.answer).second;
  });
  if (tickets.size() > kMostAnswers) tickets.resize(kMostAnswers);
  return tickets;
}

ReviewedQuestion question_of(const Members& members, std::optional<store::Review> review,
                             std::vector<Ticket> tickets) {
  const auto& leader = tickets.front();
  ReviewedQuestion question{.source = leader.source,
                            .ticket = leader.id,
                            .lang = leader.lang,
                            .title = leader.subject,
                            .topic = members.topic.empty() ? leader.topic : members.topic,
                            .count = members.keys.size(),
                            .members = {},
                            .answers = different_answers(tickets, members.best),
                            .review = std::move(review),
                            .redacted = {}};
  if (question.title.empty())
    question.title = leader.question.substr(0, leader.question.find('\n'));
  for (const auto& ticket : tickets)
    for (const auto& [kind, count] : ticket.redacted) question.redacted[kind] += count;
  question.members = std::move(tickets);
  return question;
}

}  // namespace

Result<std::optional<ReviewedQuestion>> find_question(const StaffRequest& staff,
                                                      const std::string& source,
                                                      const std::string& ticket) {
  auto members = members_of(staff, source + "/" + ticket);
  return staff.store.read([&](Sql& sql) -> Result<std::optional<ReviewedQuestion>> {
    auto review = review_among(sql, members.keys);
    if (!review) return fail(review.error());
    const auto name = *review ? (*review)->source + "/" + (*review)->ticket : members.keys.front();
    put_first(members.keys, name);
    auto keys = members.keys;
    if (keys.size() > kMostMembers) keys.resize(kMostMembers);
    if (std::ranges::find(keys, members.best) == keys.end()) keys.push_back(members.best);
    auto tickets = load(sql, keys);
    if (!tickets) return fail(tickets.error());
    if (tickets->empty()) return std::nullopt;
    return question_of(members, std::move(*review), std::move(*tickets));
  });
}

Result<std::vector<index::Hit>> find_articles(const StaffRequest& staff, const std::string& title,
                                              const std::string& text, const std::string& lang,
                                              std::size_t limit) {
  auto searcher = staff.center.searchers.lease();
  if (!searcher) return std::vector<index::Hit>();
  auto found = searcher->search({.text = text,
                                 .lang = lang,
                                 .fallbacks = staff.center.config.fallbacks_of(lang),
                                 .limit = limit,
                                 .now = staff.center.clock.now(),
                                 .message = true,
                                 .subject = title});
  if (!found) return fail(found.error());
  return std::move(found->hits);
}

}  // namespace kb

#include "server/writer/open_questions.h"

#include <algorithm>
#include <set>

namespace kb {
namespace {

using index::Database;
using index::GroupedTicket;
using index::TicketGroup;

// How far a group has come, and with which of its tickets.
struct Progress {
  bool decided = false;
  const GroupedTicket* begun = nullptr;
  std::optional<store::ReviewState> state = {};
};

Progress progress_of(const Database& database, const TicketGroup& group,
                     const ReviewStates& states) {
  Progress progress;
  for (const auto number : group.members) {
    const auto& ticket = database.tickets.tickets()[number];
    const auto found = states.find(ticket.key);
    if (found == states.end()) continue;
    if (store::is_decided(found->second)) return {.decided = true};
    progress.begun = &ticket;
    progress.state = found->second;
  }
  return progress;
}

std::optional<double> group_satisfaction(const Database& database, const TicketGroup& group) {
  int sum = 0;
  int said = 0;
  for (const auto number : group.members) {
    const auto& satisfaction = database.tickets.tickets()[number].satisfaction;
    if (!satisfaction) continue;
    sum += *satisfaction;
    ++said;
  }
  return said == 0 ? std::nullopt : std::optional(static_cast<double>(sum) / said);
}

OpenQuestion open_question(const Database& database, const TicketGroup& group,
                           const Progress& progress) {
  const auto& tickets = database.tickets.tickets();
  const auto& leader = tickets[group.leader];
  const auto* row = database.catalogue.find(leader.key);
  return {.ticket = progress.begun ? progress.begun->key : leader.key,
          .lang = database.name.lang,
          .title = row ? row->title : leader.key,
          .topic = std::string(database.tickets.topic_of(group)),
          .count = group.members.size(),
          .satisfaction = group_satisfaction(database, group),
          .last_asked = tickets[group.newest].created,
          .state = progress.state};
}

// `each` of every group that nobody has decided about.
template <class Each>
void each_open(const index::Generation& generation, const ReviewStates& states,
               const QuestionFilter& filter, const Each& each) {
  for (const auto& lang : generation.ticket_languages()) {
    const auto* database = generation.database(index::tickets_of(lang));
    if (!database || (!filter.lang.empty() && lang != filter.lang)) continue;
    for (const auto& group : database->tickets.groups()) {
      if (group.members.size() < filter.least) continue;
      if (!filter.topic.empty() && database->tickets.topic_of(group) != filter.topic) continue;
      const auto progress = progress_of(*database, group, states);
      if (!progress.decided) each(*database, group, progress);
    }
  }
}

}  // namespace

ReviewStates states_of(const std::vector<store::Review>& reviews) {
  ReviewStates states;
  for (const auto& review : reviews)
    states.emplace(review.source + "/" + review.ticket, review.state);
  return states;
}

std::vector<OpenQuestion> open_questions(const index::Generation& generation,
                                         const ReviewStates& states, const QuestionFilter& filter) {
  std::vector<OpenQuestion> open;
  each_open(generation, states, filter,
            [&](const Database& database, const TicketGroup& group, const Progress& progress) {
              open.push_back(open_question(database, group, progress));
            });
  std::ranges::stable_sort(open, [](const OpenQuestion& a, const OpenQuestion& b) {
    if (a.count != b.count) return a.count > b.count;
    if (a.last_asked != b.last_asked) return a.last_asked > b.last_asked;
    return a.ticket < b.ticket;
  });
  return open;
}

std::map<std::string, std::size_t> count_open(const index::Generation& generation,
                                              const ReviewStates& states) {
  std::map<std::string, std::size_t> counts;
  for (const auto& lang : generation.ticket_languages()) counts[lang] = 0;
  each_open(generation, states, {}, [&](const Database& database, const auto&, const auto&) {
    ++counts[database.name.lang];
  });
  return counts;
}

std::vector<std::string> topics_of(const std::vector<OpenQuestion>& questions) {
  std::set<std::string> topics;
  for (const auto& question : questions)
    if (!question.topic.empty()) topics.insert(question.topic);
  return {topics.begin(), topics.end()};
}

std::pair<std::string, std::string> split_key(std::string_view key) {
  const auto slash = key.find('/');
  if (slash == std::string_view::npos) return {"", std::string(key)};
  return {std::string(key.substr(0, slash)), std::string(key.substr(slash + 1))};
}

std::vector<std::string> FoundGroup::members() const {
  std::vector<std::string> keys;
  for (const auto number : group->members) keys.push_back(database->tickets.tickets()[number].key);
  return keys;
}

std::string FoundGroup::best() const {
  return database->tickets.tickets()[group->best].key;
}

FoundGroup find_group(const index::Generation& generation, std::string_view ticket) {
  for (const auto& lang : generation.ticket_languages()) {
    const auto* database = generation.database(index::tickets_of(lang));
    if (!database) continue;
    if (const auto* group = database->tickets.find(ticket)) return {database, group};
    const auto& tickets = database->tickets.tickets();
    const auto found = std::ranges::find(tickets, ticket, &GroupedTicket::key);
    if (found == tickets.end()) continue;
    const auto number = static_cast<std::uint32_t>(found - tickets.begin());
    for (const auto& group : database->tickets.groups())
      if (std::ranges::find(group.members, number) != group.members.end())
        return {database, &group};
  }
  return {};
}

}  // namespace kb

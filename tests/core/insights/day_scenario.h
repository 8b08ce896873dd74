// What happened on a day, written down line by line, for tests of what is counted.
//
//   const auto events = happened(R"(
//     10:00:00 v1 searched lang=pl text='zwrot kosztów' outcome=none
//     10:00:20 staff article_linked object=pl/billing/refund
//   )");
//   EXPECT_EQ(told(sums_of(events), "searches zero_results"), "searches=1 zero_results=1");
//
// Days are those of UTC from 2 March 2026 on (kMonday); "+1 00:00:05" is of the day after. v0 asks
// not to be tracked. A mistake in a line throws. For one test thread.

#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/insights/counter.h"
#include "core/insights/day_sums.h"

namespace kb::insights {

inline constexpr std::int64_t kMonday = 20'514;  // 2026-03-02

inline void set_member(store::Event& event, const std::string& name, const std::string& value) {
  const std::map<std::string, std::string*> texts = {
      {"lang", &event.lang},         {"category", &event.category}, {"object", &event.object},
      {"outcome", &event.outcome},   {"text", &event.text},         {"form", &event.form},
      {"customer", &event.customer}, {"query", &event.query_id},    {"detail", &event.detail}};
  const std::map<std::string, std::int64_t*> numbers = {{"position", &event.position},
                                                        {"value", &event.value}};
  if (const auto text = texts.find(name); text != texts.end())
    *text->second = value;
  else
    *numbers.at(name) = std::stoll(value);
}

// name=value, name='a value'
inline void read_members(store::Event& event, std::string_view rest) {
  while (!rest.empty()) {
    if (rest.front() == ' ') {
      rest.remove_prefix(1);
      continue;
    }
    const auto equals = rest.find('=');
    if (equals == std::string_view::npos) throw std::invalid_argument(std::string(rest));
    const std::string name(rest.substr(0, equals));
    rest.remove_prefix(equals + 1);
    const bool is_quoted = rest.starts_with('\'');
    if (is_quoted) rest.remove_prefix(1);
    const auto end = std::min(rest.find(is_quoted ? '\'' : ' '), rest.size());
    set_member(event, name, std::string(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

inline store::Event happened_once(const std::string& line) {
  std::istringstream words(line);
  std::string time, who, action;
  words >> time;
  store::Event event;
  event.day = kMonday;
  if (time.starts_with('+')) {
    event.day += std::stoll(time);
    words >> time;
  }
  words >> who >> action;
  const auto of_day = parse_time("1970-01-01T" + time + "Z").value().time_since_epoch();
  event.at = Time(std::chrono::hours(24 * event.day) + of_day);
  if (who == "staff")
    event.who = store::Who::staff;
  else
    event.visitor = std::stoll(who.substr(1));
  event.action = store::parse_action(action).value();
  std::string rest;
  std::getline(words, rest);
  read_members(event, rest);
  return event;
}

inline std::vector<store::Event> happened(const std::string& text) {
  std::vector<store::Event> events;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.find_first_not_of(' ') != std::string::npos) events.push_back(happened_once(line));
  return events;
}

inline SentTickets sent_in(const std::vector<store::Event>& events) {
  SentTickets sent;
  for (const store::Event& event : events)
    if (event.action == store::Action::ticket_submitted)
      sent.add({event.at, event.customer, event.form});
  return sent;
}

// Of the first day alone; later days only tell who wrote after all.
inline std::vector<store::RollupCell> sums_of(const std::vector<store::Event>& events) {
  const SentTickets sent = sent_in(events);
  DaySums sums(kMonday, sent);
  std::map<std::int64_t, std::vector<store::Event>> visitors;
  for (const store::Event& event : events)
    if (event.day == kMonday) visitors[event.visitor].push_back(event);
  for (const auto& [visitor, own] : visitors) sums.add(own);
  return sums.cells();
}

// In all languages, categories and channels.
inline std::int64_t value_of(const std::vector<store::RollupCell>& cells, std::string_view part,
                             std::string_view object, std::string_view counter) {
  std::int64_t sum = 0;
  for (const store::RollupCell& cell : cells)
    if (cell.part == part && cell.object == object && cell.counter == counter) sum += cell.value;
  return sum;
}

// Of the counters named, those of the site in all languages and categories.
inline std::string told(const std::vector<store::RollupCell>& cells, const std::string& counters,
                        std::string_view part = kSitePart, std::string_view object = {}) {
  std::istringstream names(counters);
  std::string text;
  for (std::string name; names >> name;)
    text += (text.empty() ? "" : " ") + name + "=" +
            std::to_string(value_of(cells, part, object, name));
  return text;
}

// The names in "a=1 b=2".
inline std::string names_in(const std::string& told) {
  std::istringstream pairs(told);
  std::string names;
  for (std::string pair; pairs >> pair;) names += pair.substr(0, pair.find('=')) + " ";
  return names;
}

// Every cell, one a line: "site|pl|billing|||sessions 1".
inline std::string all_cells(const std::vector<store::RollupCell>& cells) {
  std::string text;
  for (const store::RollupCell& cell : cells)
    text += cell.part + "|" + cell.lang + "|" + cell.category + "|" + cell.channel + "|" +
            cell.object + "|" + cell.counter + " " + std::to_string(cell.value) + "\n";
  return text;
}

}  // namespace kb::insights

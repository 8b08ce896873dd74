// What a session did, counted: how far it went, its searches, its articles, its contact with the
// team.
//
//   DaySeen day;                                   // one for all sessions of the day
//   VisitorSeen visitor;                           // one for all sessions of the visitor
//   add_session(sums, session, journey_of(session, sent), sent, day, visitor);
//   add_visitor(sums, visitor);
//
// For one thread, as CellSums is.

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/insights/cell_sums.h"
#include "core/insights/journey.h"
#include "core/insights/sent_tickets.h"

namespace kb::insights {

// What counts once a day, however often it is told.
struct DaySeen {
  std::unordered_set<std::string> forms;
  std::unordered_set<std::int64_t> sent;      // tickets' numbers
  std::unordered_set<std::int64_t> resolved;  // likewise

  static bool is_new(std::unordered_set<std::int64_t>& numbers, std::int64_t number) {
    return number == 0 || numbers.insert(number).second;
  }
};

// What a visitor did with an article or a query in a day counts as one visitor.
struct VisitorSeen {
  std::set<std::string> articles;
  std::set<std::pair<std::string, std::string>> queries;  // language, text
};

void add_session(CellSums& sums, EventRow session, const Journey& journey, const SentTickets& sent,
                 DaySeen& day, VisitorSeen& visitor);
void add_visitor(CellSums& sums, const VisitorSeen& visitor);

// Under its channel, and under the language and category of the session where it has none.
void add_ticket(CellSums& sums, const store::Event& event, DaySeen& day, std::string_view lang = {},
                std::string_view category = {});

}  // namespace kb::insights

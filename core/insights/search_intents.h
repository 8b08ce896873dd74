// A session's searches by what was meant: what was typed bit by bit, paged or filtered is one.
//
//   10:00:00 suggested "zw"   10:00:01 suggested "zwrot"   10:00:03 searched "zwrot kosztów"
//   10:00:40 searched "zwrot kosztów", page 2              10:01:00 clicked, 12th      -> one
//   intent 10:01:30 searched "reklamacja"                                                     ->
//   another
//
// Texts are compared without case and diacritics. Pure, thread-safe; the session's events must
// outlive what points to them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/insights/event_detail.h"
#include "core/insights/session_split.h"

namespace kb::insights {

inline constexpr std::chrono::seconds kTypingGap{30};

struct SearchIntent {
  std::vector<const store::Event*> events;
  const store::Event* decides = nullptr;    // whose results the customer had in the end
  SearchDetail detail = {};                 // of that event
  std::vector<std::string> shown = {};      // articles, each once, by all pages of the final text
  std::vector<const store::Event*> clicks;  // the first on each article, in order
  bool is_reformulated = false;             // other words followed, and no click came before them

  bool failed() const;  // nobody knows whether there was anything to find
  bool has_results() const;
  const std::string& text() const { return decides->text; }
};

struct Searches {
  std::vector<SearchIntent> intents;
  std::vector<const store::Event*> other_clicks;  // of no search of this session
};

Searches searches_of(EventRow session);

// As which a query is counted: "zwrot kosztów", at most 200 bytes.
std::string query_form(std::string_view text);

}  // namespace kb::insights

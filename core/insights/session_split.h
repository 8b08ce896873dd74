// A visitor's day cut into sessions: events with no gap of more than 30 minutes between them.
//
//   const auto ordered = in_order(events_of_one_visitor);
//   for (EventRow session : sessions_of(ordered)) …
//
// A visitor is known for one day only, so a session ends at the site's midnight. What a machine or
// the team does (a ticket is resolved, an article linked) is in no session, nor is what is tied to
// nobody. Pure, thread-safe; the events must outlive what points to them.

#pragma once

#include <chrono>
#include <span>
#include <string_view>
#include <vector>

#include "core/store/event.h"

namespace kb::insights {

inline constexpr std::chrono::minutes kSessionGap{30};

using EventRow = std::span<const store::Event* const>;

bool is_in_a_session(const store::Event& event);

// Those in a session, in the order in which they happened; the same whatever the order they come
// in. Of one second, what is done on a page comes before the next page: it was sent on leaving.
std::vector<const store::Event*> in_order(std::span<const store::Event> events);

std::vector<EventRow> sessions_of(EventRow ordered);

// "pl/billing/refund" is an article, "home" a page of another kind.
bool is_article(std::string_view object);

}  // namespace kb::insights

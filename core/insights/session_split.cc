#include "core/insights/session_split.h"

#include <algorithm>
#include <tuple>

namespace kb::insights {
namespace {

using store::Action;
using store::Event;

int order_in_a_second(Action action) {
  switch (action) {
    case Action::read:
      return 0;
    case Action::voted:
      return 1;
    default:
      return 1 + static_cast<int>(action);
  }
}

auto event_order(const Event& event) {
  return std::make_tuple(
      event.at, order_in_a_second(event.action), event.position,
      std::tie(event.text, event.query_id, event.form, event.object, event.lang, event.category,
               event.customer, event.outcome, event.value, event.detail));
}

}  // namespace

bool is_in_a_session(const Event& event) {
  return event.visitor != 0 && event.who == store::Who::visitor &&
         event.action != Action::ticket_resolved && event.action != Action::article_linked;
}

std::vector<const Event*> in_order(std::span<const Event> events) {
  std::vector<const Event*> ordered;
  for (const Event& event : events)
    if (is_in_a_session(event)) ordered.push_back(&event);
  std::sort(ordered.begin(), ordered.end(),
            [](const Event* a, const Event* b) { return event_order(*a) < event_order(*b); });
  return ordered;
}

std::vector<EventRow> sessions_of(EventRow ordered) {
  std::vector<EventRow> sessions;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= ordered.size(); ++i)
    if (i == ordered.size() || ordered[i]->at - ordered[i - 1]->at > kSessionGap) {
      sessions.push_back(ordered.subspan(begin, i - begin));
      begin = i;
    }
  return sessions;
}

bool is_article(std::string_view object) {
  const auto slash = object.find('/');
  return slash != std::string_view::npos && slash > 0 && slash + 1 < object.size();
}

}  // namespace kb::insights

#include "server/event_export.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <vector>

#include "core/insights/session_split.h"
#include "core/store/event_table.h"
#include "server/ubi_lines.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Event;

std::string line_of(const json& object) {
  return object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

// Prints the events of one visitor's day once the next begins.
class VisitorDays {
 public:
  explicit VisitorDays(const PrintLine& print) : print_(print) {}

  Result<void> add(const Event& event) {
    if (!events_.empty() &&
        (event.day != events_.front().day || event.visitor != events_.front().visitor))
      if (auto printed = print_all(); !printed) return printed;
    // Those of nobody belong to no session, and may be many.
    if (event.visitor == 0) return print_(line_of(to_ubi_event(event, {})));
    events_.push_back(event);
    return {};
  }

  Result<void> print_all() {
    const auto ordered = insights::in_order(events_);
    std::unordered_map<const Event*, std::string> sessions;
    for (const auto& session : insights::sessions_of(ordered))
      for (const Event* event : session) sessions[event] = session_id(*session.front());
    for (const Event& event : events_)
      if (auto done = print_(line_of(to_ubi_event(event, sessions[&event]))); !done) return done;
    events_.clear();
    return {};
  }

 private:
  const PrintLine& print_;
  std::vector<Event> events_;
};

}  // namespace

Result<void> export_events(store::Sql& sql, const store::DayRange& days, EventLines lines,
                           const PrintLine& print) {
  VisitorDays visitors(print);
  auto read = store::each_event(sql, {.from_day = days.from, .to_day = days.to},
                                [&](const Event& event) -> Result<void> {
                                  if (lines == EventLines::events) return visitors.add(event);
                                  if (event.action != store::Action::searched) return {};
                                  return print(line_of(to_ubi_query(event)));
                                });
  return read ? visitors.print_all() : read;
}

}  // namespace kb

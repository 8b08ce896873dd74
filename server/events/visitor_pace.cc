#include "server/events/visitor_pace.h"

#include <chrono>

namespace kb {

bool VisitorPace::allows(std::int64_t visitor, Time now, int events) {
  const auto minute = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
  const std::lock_guard lock(mutex_);
  if (minute != minute_) {
    minute_ = minute;
    events_.clear();
  }
  const auto found = events_.find(visitor);
  if (found == events_.end() && events_.size() >= kMostRemembered) return true;
  int& made = found == events_.end() ? events_[visitor] : found->second;
  if (made + events > most_) return false;
  made += events;
  return true;
}

}  // namespace kb

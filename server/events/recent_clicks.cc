#include "server/events/recent_clicks.h"

#include <functional>
#include <string>

namespace kb {

bool RecentClicks::is_new(std::int64_t visitor, std::string_view query_id,
                          std::string_view object) {
  std::string click = std::to_string(visitor);
  click.append("\n").append(query_id).append("\n").append(object);
  const auto mark = std::hash<std::string>()(click);
  const std::lock_guard lock(mutex_);
  if (!known_.insert(mark).second) return false;
  order_.push_back(mark);
  if (order_.size() > kMostRemembered) {
    known_.erase(order_.front());
    order_.pop_front();
  }
  return true;
}

}  // namespace kb

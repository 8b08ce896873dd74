#include "server/housekeeping.h"

#include <utility>

namespace kb {

Housekeeping::Housekeeping(Parts parts) : parts_(std::move(parts)), thread_([this] { run(); }) {}

Housekeeping::~Housekeeping() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ending_.notify_all();
  thread_.join();
}

void Housekeeping::run() {
  std::unique_lock lock(mutex_);
  while (!ended_) {
    lock.unlock();
    store::Store* store = parts_.store();
    if (store) keep_house(*store);
    lock.lock();
    ending_.wait_for(lock, store ? parts_.interval : parts_.without_store,
                     [this] { return ended_; });
  }
}

void Housekeeping::keep_house(store::Store& store) {
  const auto calendar = text::Calendar::of(parts_.config.insights.time_zone);
  if (!calendar) return parts_.problem(calendar.error());
  const auto gone = retain(store, {.config = parts_.config,
                                   .calendar = *calendar,
                                   .now = parts_.clock.now(),
                                   .refresh_rollups = parts_.refresh_rollups});
  for (const Error& problem : gone.problems) parts_.problem(problem);
  const auto today = calendar->day_of(parts_.clock.now());
  const bool is_new_day = std::exchange(day_, today).value_or(today) != today;
  if (is_new_day && parts_.new_day) parts_.new_day();
  if (parts_.each_round) parts_.each_round(store);
}

}  // namespace kb

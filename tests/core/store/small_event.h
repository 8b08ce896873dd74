// Events with as little in them as a test needs.
//
//   event_at(20'400, 7, 3600)        // day, visitor, seconds into the day (UTC)
//
// Pure.

#pragma once

#include "core/store/event.h"

namespace kb::store {

inline Event event_at(std::int64_t day, std::int64_t visitor = 0, std::int64_t second = 0,
                      std::string object = {}) {
  Event event;
  event.at = Time(std::chrono::seconds(day * 86'400 + second));
  event.day = day;
  event.visitor = visitor;
  event.lang = "pl";
  event.object = std::move(object);
  return event;
}

}  // namespace kb::store

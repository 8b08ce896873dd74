// Days as a place on earth has them: which day a moment belongs to, when a day begins.
//
//   auto calendar = Calendar::of("Europe/Bucharest");     // an unknown name: an Error with a hint
//   calendar->day_of(clock.now())                         // days since 1970-01-01, there
//   calendar->begin_of(20'539)                            // 2026-03-28T22:00:00Z
//
// Days of a change to or from summer time have 23 or 25 hours. Immutable, so thread-safe.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb::text {

class Calendar {
 public:
  static Result<Calendar> of(const std::string& zone);  // IANA: "UTC", "America/New_York"

  std::int64_t day_of(Time time) const;
  Time begin_of(std::int64_t day) const;  // its first second
  int minute_of_day(Time time) const;     // 0 to 1,439, as clocks there show it
  static int weekday(std::int64_t day);   // 0: Monday

  const std::string& zone() const { return zone_; }

 private:
  struct Zone;
  Calendar(std::string zone, std::shared_ptr<const Zone> rules);

  std::string zone_;
  std::shared_ptr<const Zone> rules_;
};

}  // namespace kb::text

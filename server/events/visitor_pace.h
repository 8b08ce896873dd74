// Robots that call themselves browsers: more in a minute than a person does.
//
//   VisitorPace pace(120);
//   if (!pace.allows(visitor, clock.now())) …      // counted, left out
//
// What it remembers is of one minute and bounded: once full, new visitors go unmeasured until the
// next. Thread-safe.

#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "core/base/clock.h"

namespace kb {

class VisitorPace {
 public:
  static constexpr std::size_t kMostRemembered = 100'000;

  explicit VisitorPace(int most_a_minute) : most_(most_a_minute) {}

  // `events`: how many there are at once.
  bool allows(std::int64_t visitor, Time now, int events = 1);

 private:
  const int most_;
  std::mutex mutex_;
  std::int64_t minute_ = 0;
  std::unordered_map<std::int64_t, int> events_;
};

}  // namespace kb

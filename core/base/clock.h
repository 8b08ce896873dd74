// The time of day, passed in so that tests decide what time it is.
//
//   bool visible = article.publish_at <= clock.now();
//
// SystemClock is thread-safe; ManualClock belongs to one test thread.

#pragma once

#include <chrono>

namespace kb {

using Time = std::chrono::sys_seconds;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Time now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Time now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

class ManualClock final : public Clock {
 public:
  explicit ManualClock(Time start) : now_(start) {}
  Time now() const override { return now_; }
  void advance(std::chrono::seconds by) { now_ += by; }

 private:
  Time now_;
};

}  // namespace kb

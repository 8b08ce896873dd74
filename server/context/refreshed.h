// A value that is made anew when it is older than a while: by one of those who ask, while the
// others take the last one.
//
//   Refreshed<std::vector<Notice>> notices(clock, std::chrono::seconds{30});
//   auto current = notices.get([&](const auto* last) { return store.read(…); });  // null: never
//   made
//
// What cannot be made is the last one's failure: failed() tells it once, and it is tried again
// after the same while. Thread-safe.

#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb {

template <class Value>
class Refreshed {
 public:
  Refreshed(const Clock& clock, std::chrono::seconds lasts) : clock_(clock), lasts_(lasts) {}

  // `make`: const Value* (the last one; null: there is none) -> Result<Value>.
  template <class Make>
  std::shared_ptr<const Value> get(const Make& make) {
    auto last = claim();
    if (!last) return current();
    auto made = make(last->get());
    const std::lock_guard lock(mutex_);
    is_claimed_ = false;
    made_ = clock_.now();
    if (made)
      value_ = std::make_shared<const Value>(std::move(*made));
    else
      failed_ = made.error();
    return value_;
  }

  void forget() {
    const std::lock_guard lock(mutex_);
    made_.reset();
  }

  std::optional<Error> failed() {
    const std::lock_guard lock(mutex_);
    return std::exchange(failed_, std::nullopt);
  }

 private:
  std::shared_ptr<const Value> current() {
    const std::lock_guard lock(mutex_);
    return value_;
  }

  // The last value, where the caller is to make the next. Time may go backwards.
  std::optional<std::shared_ptr<const Value>> claim() {
    const std::lock_guard lock(mutex_);
    const Time now = clock_.now();
    const bool is_fresh = made_ && now >= *made_ && now - *made_ < lasts_;
    if (is_fresh || is_claimed_) return std::nullopt;
    is_claimed_ = true;
    return value_;
  }

  const Clock& clock_;
  const std::chrono::seconds lasts_;
  std::mutex mutex_;
  std::shared_ptr<const Value> value_;
  std::optional<Time> made_;
  std::optional<Error> failed_;
  bool is_claimed_ = false;
};

}  // namespace kb

// Which clicks were counted lately: a result that is opened again, reloaded or gone back to is one
// click.
//
//   if (clicks.is_new(visitor, query_id, "pl/billing/refund")) …    // the first time
//
// Remembers the newest kMostRemembered. Thread-safe.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string_view>
#include <unordered_set>

namespace kb {

class RecentClicks {
 public:
  static constexpr std::size_t kMostRemembered = 100'000;

  bool is_new(std::int64_t visitor, std::string_view query_id, std::string_view object);

 private:
  std::mutex mutex_;
  std::unordered_set<std::size_t> known_;
  std::deque<std::size_t> order_;
};

}  // namespace kb

// Does now and then what retention.h says, while the server runs.
//
//   const Housekeeping housekeeping({.config = config, .clock = clock,
//                                    .store = [&] { return center.store(); }, .problem = log});
//
// A thread of its own: at once, then each interval. While there is no store it waits. Each failure
// is told and tried again the next time. The destructor waits for what is being done.

#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "server/retention.h"

namespace kb {

class Housekeeping {
 public:
  struct Parts {
    const Config& config;
    const Clock& clock;
    std::function<store::Store*()> store;  // null: away
    std::function<void(const Error&)> problem;
    std::function<void()> new_day = {};  // a day has ended and is summed up
    RefreshRollups refresh_rollups = kb::refresh_rollups;
    std::function<void(store::Store&)> each_round = {};  // after that
    std::chrono::milliseconds interval = std::chrono::hours(1);
    std::chrono::milliseconds without_store = std::chrono::seconds(10);  // between looks for it
  };

  explicit Housekeeping(Parts parts);
  ~Housekeeping();
  Housekeeping(const Housekeeping&) = delete;
  Housekeeping& operator=(const Housekeeping&) = delete;

 private:
  void run();
  void keep_house(store::Store& store);

  const Parts parts_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool ended_ = false;
  std::optional<std::int64_t> day_;  // of the last time
  std::thread thread_;
};

}  // namespace kb

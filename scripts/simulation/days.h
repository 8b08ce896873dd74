// Days of visitors, written into the store as a server would have written them while they came.
//
//   const Wish wish{.from_day = 20'400, .to_day = 20'427};
//   auto written = simulate(config, *topics, wish, now, *store, tell);    // {.sessions = 3'902, …}
//
// A day that was simulated before is left alone, so that it can be said again. Reads the live
// index. For one thread; failures are the store's and the index's.

#pragma once

#include <cstdint>
#include <functional>

#include "core/base/config.h"
#include "core/store/store.h"
#include "scripts/simulation/topics.h"

namespace kb::simulation {

struct Wish {
  std::int64_t from_day = 0;
  std::int64_t to_day = 0;  // itself, too
  int visitors = 150;       // on a working day
  std::uint64_t seed = 1;
};

struct Written {
  std::int64_t days = 0;  // that were not there before
  std::int64_t sessions = 0;
  std::int64_t events = 0;
  std::int64_t tickets = 0;
};

using EachDay = std::function<void(std::int64_t day)>;  // begins

Result<Written> simulate(const Config& config, const Topics& topics, const Wish& wish, Time now,
                         store::Store& store, const EachDay& tell);

}  // namespace kb::simulation

// What is kept no longer than the configuration says, goes: salts of past days, contact texts,
// deliveries that arrived, watches that nobody confirmed, events whose daily sums are there.
//
//   auto gone = retain(store, {.config = config, .calendar = calendar, .now = now,
//                              .refresh_rollups = …});
//   gone.events, gone.contact_texts … gone.problems
//
// Each kind goes in transactions of its own, events a day at a time: others write in between, and
// what fails is a problem that holds up nothing else. Thread-safe as the store is.

#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/store/store.h"
#include "core/text/calendar.h"

namespace kb {

using RefreshRollups = std::function<Result<void>(store::Store& store, std::int64_t today)>;
Result<void> refresh_rollups(store::Store& store, std::int64_t today);  // core/insights's

struct RetentionRules {
  const Config& config;
  const text::Calendar& calendar;
  Time now;
  RefreshRollups refresh_rollups;
  bool only_asked = false;  // tells what would go, and undoes it
};

struct Retained {
  std::int64_t events = 0;
  std::int64_t queries = 0;        // sums of queries that hardly anybody made
  std::int64_t contact_texts = 0;  // tickets that lost them
  std::int64_t deliveries = 0;
  std::int64_t watches = 0;
  std::vector<Error> problems = {};
};

Retained retain(store::Store& store, const RetentionRules& rules);

// POST /local/retain: {"dry_run": true} -> {"events": 812, …, "problems": ["…"]}
Result<nlohmann::json> answer_retain_request(store::Store& store, const Config& config,
                                             const Clock& clock, const nlohmann::json& request);

}  // namespace kb

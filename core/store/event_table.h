// The events of the store, one by one, in batches that are there once or not at all.
//
//   put_batch(sql, {.id = "5f0c…", .events = {…}})      // false: this batch was there already
//   each_event(sql, {.from_day = 20'400, .to_day = 20'400}, visit)
//
// A batch's id makes it safe to hand in again after an outcome that nobody heard of; ids are
// remembered for kBatchMemory. Functions on a transaction: Sql decides the thread.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/event.h"
#include "core/store/sql.h"

namespace kb::store {

inline constexpr std::chrono::seconds kBatchMemory = std::chrono::hours(72);

struct EventBatch {
  std::string id;
  std::vector<Event> events;
};

// What is not set does not select. Days are inclusive.
struct EventSelection {
  std::optional<std::int64_t> from_day = {};
  std::optional<std::int64_t> to_day = {};
  std::string customer = {};
};

using EachEvent = std::function<Result<void>(const Event&)>;

Result<bool> put_batch(Sql& sql, const EventBatch& batch);
// Many small ones at the cost of a large one: which of them were new.
Result<std::vector<bool>> put_batches(Sql& sql, std::span<const EventBatch> batches);
Result<bool> has_batch(Sql& sql, std::string_view id);

// By (day, visitor, at, the order they came in): a session's events stand together.
Result<void> each_event(Sql& sql, const EventSelection& selection, const EachEvent& visit);
Result<std::int64_t> count_events(Sql& sql, const EventSelection& selection = {});

// The days with events and how many each has: whether a day's sums are still right.
struct EventDay {
  std::int64_t day = 0;
  std::int64_t events = 0;
  std::int64_t last = 0;  // grows with each event that comes

  bool operator==(const EventDay&) const = default;
};
Result<std::vector<EventDay>> event_days(Sql& sql);

// What is older goes, whole days at a time; daily sums stay. How many events went.
Result<std::int64_t> drop_events_before(Sql& sql, std::int64_t day);
Result<std::int64_t> forget_customer(Sql& sql,
                                     std::string_view customer);  // its events stay, tied to nobody
Result<void> drop_old_batches(Sql& sql, Time now);

}  // namespace kb::store

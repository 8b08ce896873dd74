// Everything that was counted of some visits: one number for each Counter, and how long it took
// them to each station.
//
//   VisitCounts counts;
//   counts.add(*slots.find("searches"), 3);        // VisitSlots slots: names as the store has them
//   counts[Counter::searches]                      // 3
//   counts.median_seconds(Station::click)          // from the buckets, interpolated
//
// Plain values; VisitSlots never changes once made, so it is thread-safe. A name that this version
// does not know is no slot: a newer one may have written it.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/insights/counter.h"

namespace kb::insights {

inline constexpr std::size_t kCounters = static_cast<std::size_t>(Counter::count_);
inline constexpr std::size_t kStations = 5;  // of Station

class VisitCounts {
 public:
  std::int64_t operator[](Counter counter) const {
    return values_[static_cast<std::size_t>(counter)];
  }
  void add(std::size_t slot, std::int64_t value) { values_[slot] += value; }
  void add(Counter counter, std::int64_t value) { add(static_cast<std::size_t>(counter), value); }
  void add(const VisitCounts& others);

  // Half of those who reached the station had done so by then; a long time, in the last bucket, is
  // told as its beginning. Nothing where nobody did.
  std::optional<double> median_seconds(Station station) const;

  bool operator==(const VisitCounts&) const = default;

 private:
  std::array<std::int64_t, kCounters + kStations* kTimeBuckets> values_ = {};
};

// Where each counter's sum stands, by the name that the store has for it.
class VisitSlots {
 public:
  VisitSlots();
  std::optional<std::size_t> find(std::string_view name) const;
  static std::size_t of_time(Station station, int bucket);

 private:
  std::map<std::string, std::size_t, std::less<>> by_name_;
};

// The same where most counters are 0: of an article or a query.
class FewCounts {
 public:
  void add(std::size_t slot, std::int64_t value);
  std::int64_t operator[](Counter counter) const;
  VisitCounts all() const;

 private:
  std::vector<std::pair<std::size_t, std::int64_t>> values_;
};

}  // namespace kb::insights

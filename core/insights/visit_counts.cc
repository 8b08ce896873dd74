#include "core/insights/visit_counts.h"

#include <algorithm>

namespace kb::insights {
namespace {

// The first second of a bucket.
double bucket_begin(int bucket) {
  return static_cast<double>((std::int64_t{1} << bucket) - 1);
}

}  // namespace

void VisitCounts::add(const VisitCounts& others) {
  for (std::size_t slot = 0; slot < values_.size(); ++slot) values_[slot] += others.values_[slot];
}

std::optional<double> VisitCounts::median_seconds(Station station) const {
  const auto in = [&](int bucket) {
    return static_cast<double>(values_[VisitSlots::of_time(station, bucket)]);
  };
  double reached = 0;
  for (int bucket = 0; bucket < kTimeBuckets; ++bucket) reached += in(bucket);
  if (reached <= 0) return std::nullopt;
  double left = reached / 2;
  for (int bucket = 0; bucket + 1 < kTimeBuckets; ++bucket) {
    if (left <= in(bucket))
      return bucket_begin(bucket) +
             (bucket_begin(bucket + 1) - bucket_begin(bucket)) * left / in(bucket);
    left -= in(bucket);
  }
  return bucket_begin(kTimeBuckets - 1);
}

VisitSlots::VisitSlots() {
  for (std::size_t i = 0; i < kCounters; ++i)
    by_name_.emplace(counter_name(static_cast<Counter>(i)), i);
  for (std::size_t i = 0; i < kStations; ++i)
    for (int bucket = 0; bucket < kTimeBuckets; ++bucket) {
      const auto station = static_cast<Station>(i);
      by_name_.emplace("time_" + std::string(station_name(station)) + "_" + std::to_string(bucket),
                       of_time(station, bucket));
    }
}

std::optional<std::size_t> VisitSlots::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return std::nullopt;
  return found->second;
}

std::size_t VisitSlots::of_time(Station station, int bucket) {
  return kCounters + static_cast<std::size_t>(station) * kTimeBuckets +
         static_cast<std::size_t>(bucket);
}

void FewCounts::add(std::size_t slot, std::int64_t value) {
  const auto found = std::find_if(values_.begin(), values_.end(),
                                  [&](const auto& each) { return each.first == slot; });
  if (found == values_.end())
    values_.emplace_back(slot, value);
  else
    found->second += value;
}

std::int64_t FewCounts::operator[](Counter counter) const {
  for (const auto& [slot, value] : values_)
    if (slot == static_cast<std::size_t>(counter)) return value;
  return 0;
}

VisitCounts FewCounts::all() const {
  VisitCounts counts;
  for (const auto& [slot, value] : values_) counts.add(slot, value);
  return counts;
}

}  // namespace kb::insights

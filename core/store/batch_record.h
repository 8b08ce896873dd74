// A batch of events as bytes in a file, so that a torn or damaged one is noticed.
//
//   std::string bytes = to_record(batch);
//   std::string_view rest = file;
//   while (auto batch = next_record(rest)) …      // rest is moved on; not empty at the end: torn
//
// Length, checksum, content; numbers are little-endian. Pure functions, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/store/event_table.h"

namespace kb::store {

std::string to_record(const EventBatch& batch);
std::optional<EventBatch> next_record(std::string_view& rest);

}  // namespace kb::store

// Tells whether anything has happened to tickets since somebody looked.
//
//   auto now = store.read([](Sql& sql) { return read_ticket_marks(sql); });
//   if (*now == seen) …        // the same tickets, links, answers and customers as then
//
// A few milliseconds, however many tickets there are. An Error is the store's; belongs to the
// transaction's thread.

#pragma once

#include <cstdint>

#include "core/base/result.h"
#include "core/store/sql.h"

namespace kb::insights {

struct TicketMarks {
  std::int64_t change = 0;     // of the helpdesks' tickets, the last
  std::int64_t links = 0;      // that agents noted; none ever goes
  std::uint64_t reviews = 0;   // which tickets' answers were published
  std::int64_t contacts = 0;   // of the contact form, the last number
  std::int64_t forgotten = 0;  // of them, those of nobody known

  bool operator==(const TicketMarks&) const = default;
};

Result<TicketMarks> read_ticket_marks(store::Sql& sql);

}  // namespace kb::insights

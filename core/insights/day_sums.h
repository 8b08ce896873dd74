// A day's events counted: what the store keeps of them in the end (counter.h tells what is
// counted).
//
//   DaySums sums(day, sent);                       // sent: tickets of that day and seven more
//   sums.add(events_of_one_visitor);               // all of the day; then the next visitor's
//   store::put_day(sql, …, sums.cells());
//
// The same events give the same cells, in whatever order those of one second come. Holds counts
// and the numbers of forms and tickets, no events. For one thread.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/insights/sent_tickets.h"
#include "core/store/event.h"
#include "core/store/rollup_table.h"

namespace kb::insights {

class DaySums {
 public:
  DaySums(std::int64_t day, const SentTickets& sent);  // `sent` outlives it
  ~DaySums();
  DaySums(const DaySums&) = delete;
  DaySums& operator=(const DaySums&) = delete;

  // Of those tied to nobody (visitor 0) any number at once.
  void add(std::span<const store::Event> events);
  std::vector<store::RollupCell> cells() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb::insights

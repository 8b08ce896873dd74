// Sums of visits as they were asked for before, given again while nothing has come that changes
// them.
//
//   KeptVisits kept;
//   auto sums = kept.read(store, wish);          // read_visit_sums(), or what it was the last time
//   report_visits(**sums, wish)
//
// Exact: days summed anew, late events, tickets, links and customers forgotten all count
// (rollup_refresh.h, ticket_marks.h). A new ticket costs what it changes, not the days. Of each
// wish the last sums are kept, of kMostKept wishes. Thread-safe: who asks while another reads waits
// for it. An Error is the store's.

#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <tuple>

#include "core/insights/ticket_marks.h"
#include "core/insights/visit_sums.h"
#include "core/store/store.h"

namespace kb::insights {

class KeptVisits {
 public:
  static constexpr std::size_t kMostKept = 32;

  Result<std::shared_ptr<const VisitSums>> read(const store::Store& store, const VisitWish& wish);

 private:
  // What sums depend on of a wish.
  using Key = std::tuple<Time, Time, Step, std::optional<VisitDimension>, std::string, std::string,
                         int, std::string>;
  struct State {
    SumsState days;
    std::optional<std::int64_t> first_day;

    bool operator==(const State&) const = default;
  };
  struct Kept {
    Key key;
    State state;
    TicketMarks tickets;
    std::shared_ptr<const VisitSums> sums;
  };

  static Key key_of(const VisitWish& wish);
  static Result<State> state_of(store::Sql& sql, const VisitWish& wish);
  Result<std::shared_ptr<const VisitSums>> read(store::Sql& sql, const VisitWish& wish);
  static Result<void> renew(store::Sql& sql, const VisitWish& wish, Kept& kept,
                            const TicketMarks& tickets);

  std::mutex mutex_;
  std::list<Kept> kept_;  // the last that was asked for first
};

}  // namespace kb::insights

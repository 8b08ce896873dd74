#include "core/insights/kept_visits.h"

#include <algorithm>

namespace kb::insights {

KeptVisits::Key KeptVisits::key_of(const VisitWish& wish) {
  return {wish.period.from, wish.period.until, wish.cut(),      wish.by,
          wish.lang,        wish.category,     wish.shown_from, wish.calendar.zone()};
}

Result<KeptVisits::State> KeptVisits::state_of(store::Sql& sql, const VisitWish& wish) {
  auto days = sums_state(sql, days_of(wish));
  if (!days) return fail(days.error());
  const auto first = store::first_rollup_day(sql);
  if (!first) return fail(first.error());
  return State{std::move(*days), *first};
}

Result<std::shared_ptr<const VisitSums>> KeptVisits::read(const store::Store& store,
                                                          const VisitWish& wish) {
  const std::scoped_lock lock(mutex_);
  return store.read([&](store::Sql& sql) { return read(sql, wish); });
}

Result<std::shared_ptr<const VisitSums>> KeptVisits::read(store::Sql& sql, const VisitWish& wish) {
  auto state = state_of(sql, wish);
  if (!state) return fail(state.error());
  const auto tickets = read_ticket_marks(sql);
  if (!tickets) return fail(tickets.error());
  const auto key = key_of(wish);
  const auto known = std::ranges::find(kept_, key, &Kept::key);
  if (known != kept_.end()) kept_.splice(kept_.begin(), kept_, known);
  if (known != kept_.end() && known->state == *state) {
    if (known->tickets != *tickets)
      if (auto done = renew(sql, wish, *known, *tickets); !done) return fail(done.error());
    return known->sums;
  }
  auto sums = read_visit_sums(sql, wish);
  if (!sums) return fail(sums.error());
  if (known != kept_.end()) kept_.pop_front();
  kept_.push_front(
      {key, std::move(*state), *tickets, std::make_shared<const VisitSums>(std::move(*sums))});
  if (kept_.size() > kMostKept) kept_.pop_back();
  return kept_.front().sums;
}

Result<void> KeptVisits::renew(store::Sql& sql, const VisitWish& wish, Kept& kept,
                               const TicketMarks& tickets) {
  auto sums = std::make_shared<VisitSums>(*kept.sums);
  if (auto done = read_ticket_sums(sql, wish, *sums); !done) return done;
  kept.tickets = tickets;
  kept.sums = std::move(sums);
  return {};
}

}  // namespace kb::insights

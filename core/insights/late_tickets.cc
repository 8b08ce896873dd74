#include "core/insights/late_tickets.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/insights/sent_tickets.h"
#include "core/store/event.h"

namespace kb::insights {
namespace {

using store::Action;
using store::RollupDay;

static_assert(static_cast<int>(Action::contact_opened) == 8);
static_assert(static_cast<int>(Action::contact_solved) == 11);
static_assert(static_cast<int>(Action::ticket_submitted) == 12);

struct Ticket {
  std::int64_t id = 0;
  std::int64_t day = 0;
  std::string customer;
  std::string form;
};

class LateTickets {
 public:
  explicit LateTickets(std::span<const RollupDay> days) {
    for (const RollupDay& day : days) known_.emplace(day.day, day.last);
  }

  void add(const store::Row& row) {
    const std::int64_t day = row.integer(1);
    const auto action = static_cast<Action>(row.integer(2));
    const std::string& customer = row.text(3);
    const std::string& form = row.text(4);
    if (action == Action::ticket_submitted)
      tickets_.push_back({row.integer(0), day, customer, form});
    else if (known_.contains(day))
      (action == Action::contact_opened ? forms_[form] : solved_[customer]).push_back(day);
  }

  std::set<std::int64_t> changed() {
    forms_.erase("");
    solved_.erase("");
    for (const Ticket& ticket : tickets_) {
      note(forms_, ticket.form, ticket);
      note(solved_, ticket.customer, ticket);
    }
    return std::move(changed_);
  }

 private:
  using DaysByText = std::unordered_map<std::string, std::vector<std::int64_t>>;

  void note(const DaysByText& days, const std::string& text, const Ticket& ticket) {
    const auto found = days.find(text);
    if (found == days.end()) return;
    for (const std::int64_t day : found->second)
      if (ticket.day > day && ticket.day <= day + kWroteAfterDays && ticket.id > known_.at(day))
        changed_.insert(day);
  }

  std::unordered_map<std::int64_t, std::int64_t> known_;  // by day: the last event in its sums
  DaysByText forms_;
  DaysByText solved_;
  std::vector<Ticket> tickets_;
  std::set<std::int64_t> changed_;
};

}  // namespace

Result<std::set<std::int64_t>> changed_by_late_tickets(store::Sql& sql,
                                                       std::span<const RollupDay> days) {
  if (days.empty()) return std::set<std::int64_t>();
  const auto [first, last] = std::ranges::minmax_element(days, {}, &RollupDay::day);
  LateTickets late(days);
  auto done = sql.each(
      "SELECT id, day, action, customer, form FROM events "
      "WHERE action IN (8, 11, 12) AND day >= $1 AND day <= $2",
      {first->day, last->day + kWroteAfterDays}, [&](const store::Row& row) -> Result<void> {
        late.add(row);
        return {};
      });
  if (!done) return fail(done.error());
  return late.changed();
}

}  // namespace kb::insights

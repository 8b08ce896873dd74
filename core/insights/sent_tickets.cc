#include "core/insights/sent_tickets.h"

#include <algorithm>

#include "core/store/event.h"

namespace kb::insights {

static_assert(static_cast<int>(store::Action::ticket_submitted) == 12);

void SentTickets::add(const SentTicket& ticket) {
  if (!ticket.form.empty()) {
    const auto [form, is_new] = forms_.try_emplace(ticket.form, ticket.at);
    if (!is_new) form->second = std::min(form->second, ticket.at);
  }
  if (!ticket.customer.empty()) customers_[ticket.customer].push_back(ticket.at);
}

std::optional<Time> SentTickets::sent(const std::string& form) const {
  const auto found = forms_.find(form);
  if (found == forms_.end()) return std::nullopt;
  return found->second;
}

bool SentTickets::wrote_after(const std::string& customer, Time solved) const {
  const auto found = customers_.find(customer);
  return found != customers_.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](Time at) { return at >= solved && at <= solved + kWroteAfter; });
}

// SQLite takes the index of contact events for a statement that has its condition word by word.
Result<SentTickets> read_sent_tickets(store::Sql& sql, const store::DayRange& days) {
  SentTickets sent;
  auto done = sql.each(
      "SELECT at, customer, form FROM events "
      "WHERE action IN (8, 11, 12) AND action = 12 AND day >= $1 AND day <= $2",
      {days.from, days.to}, [&](const store::Row& row) -> Result<void> {
        sent.add({row.time(0), row.text(1), row.text(2)});
        return {};
      });
  if (!done) return fail(done.error());
  return sent;
}

}  // namespace kb::insights

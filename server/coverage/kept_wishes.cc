#include "server/coverage/kept_wishes.h"

#include <utility>

#include "core/store/ticket_table.h"

namespace kb {
namespace {

using insights::Wish;

Result<std::vector<Ticket>> wishes_of(store::Sql& sql, const std::string& lang, Time from) {
  std::vector<Ticket> tickets;
  auto done = store::each_ticket(sql, {.lang = lang, .from = from},
                                 [&](const Ticket& ticket, std::int64_t) -> Result<void> {
                                   if (insights::is_wish(ticket)) tickets.push_back(ticket);
                                   return {};
                                 });
  if (!done) return fail(done.error());
  return tickets;
}

Result<std::set<std::string>> all_languages(store::Sql& sql) {
  const auto rows = sql.list("SELECT DISTINCT lang FROM tickets", {},
                             [](const store::Row& row) { return row.text(0); });
  if (!rows) return fail(rows.error());
  return std::set<std::string>(rows->begin(), rows->end());
}

}  // namespace

Result<std::vector<Wish>> KeptWishes::read(const store::Store& store, Time now) {
  const std::scoped_lock lock(mutex_);
  auto refreshed = store.read([&](store::Sql& sql) { return refresh(sql, now); });
  if (!refreshed) return fail(refreshed.error());
  return wishes_;
}

Result<void> KeptWishes::refresh(store::Sql& sql, Time now) {
  const auto change = store::latest_change(sql);
  if (!change) return fail(change.error());
  const Time day = std::chrono::floor<std::chrono::days>(now);
  const bool is_anew = day_ != day || *change < change_;
  if (!is_anew && *change == change_) return {};
  const auto languages = is_anew ? all_languages(sql) : changed_since(sql, change_);
  if (!languages) return fail(languages.error());
  if (is_anew) {
    wishes_.clear();
    lang_of_.clear();
    day_.reset();
  }
  if (auto done = put_together(sql, *languages, now); !done) return done;
  day_ = day;
  change_ = *change;
  return {};
}

// Languages with tickets that are wishes now, or were.
Result<KeptWishes::Languages> KeptWishes::changed_since(store::Sql& sql,
                                                        std::int64_t change) const {
  Languages changed;
  auto done = store::each_ticket(sql, {.since_change = change},
                                 [&](const Ticket& ticket, std::int64_t) -> Result<void> {
                                   if (insights::is_wish(ticket)) changed.insert(ticket.lang);
                                   const auto known = lang_of_.find(to_key(ticket));
                                   if (known != lang_of_.end()) changed.insert(known->second);
                                   return {};
                                 });
  if (!done) return fail(done.error());
  return changed;
}

Result<void> KeptWishes::put_together(store::Sql& sql, const Languages& languages, Time now) {
  if (languages.empty()) return {};
  const auto older = store::count_tickets(sql, {.until = now - 2 * insights::kWishDays});
  if (!older) return fail(older.error());
  text::Stemmers stemmers;
  for (const auto& lang : languages) {
    const auto tickets = wishes_of(sql, lang, now - kWishesKept);
    if (!tickets) return fail(tickets.error());
    forget(lang);
    for (const Ticket& ticket : *tickets) lang_of_[to_key(ticket)] = lang;
    for (auto& wish : insights::wishes_in(*tickets, {.now = now, .compares = *older > 0}, stemmers))
      wishes_.push_back(std::move(wish));
  }
  wishes_ = insights::together(std::move(wishes_));
  return {};
}

void KeptWishes::forget(const std::string& lang) {
  std::erase_if(wishes_, [&](const Wish& wish) { return wish.lang == lang; });
  std::erase_if(lang_of_, [&](const auto& ticket) { return ticket.second == lang; });
}

}  // namespace kb

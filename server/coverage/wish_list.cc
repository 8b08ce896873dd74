#include "server/coverage/wish_list.h"

#include "core/store/ticket_table.h"

namespace kb {

std::string_view wish_type_name(TicketType type) {
  switch (type) {
    case TicketType::bug:
      return "bug";
    case TicketType::known_limitation:
      return "known_limitation";
    default:
      return "feature_request";
  }
}

std::optional<TicketType> parse_wish_type(std::string_view name) {
  for (const auto type : kWishTypes)
    if (wish_type_name(type) == name) return type;
  return std::nullopt;
}

Result<std::vector<insights::Wish>> read_wishes(const store::Store& store, Time now) {
  std::vector<Ticket> tickets;
  const auto older = store.read([&](store::Sql& sql) -> Result<std::int64_t> {
    const auto read = store::each_ticket(sql, {.from = now - kWishesKept},
                                         [&](const Ticket& ticket, std::int64_t) -> Result<void> {
                                           if (insights::is_wish(ticket)) tickets.push_back(ticket);
                                           return {};
                                         });
    if (!read) return fail(read.error());
    return store::count_tickets(sql, {.until = now - 2 * insights::kWishDays});
  });
  if (!older) return fail(older.error());
  text::Stemmers stemmers;
  return insights::wishes_in(tickets, {.now = now, .compares = *older > 0}, stemmers);
}

void keep_chosen(const WishFilter& filter, std::vector<insights::Wish>& wishes) {
  std::erase_if(wishes, [&](const insights::Wish& wish) {
    return (filter.type && wish.type != *filter.type) ||
           (!filter.lang.empty() && wish.lang != filter.lang);
  });
}

}  // namespace kb

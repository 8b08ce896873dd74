#include "core/insights/ticket_reader.h"

#include "core/store/reviews.h"
#include "core/store/ticket_table.h"

namespace kb::insights {

Result<bool> TicketReader::is_current(store::Sql& sql) const {
  const auto now = read_ticket_marks(sql);
  if (!now) return fail(now.error());
  return seen_ == *now;
}

Result<void> TicketReader::refresh(store::Sql& sql) {
  const auto now = read_ticket_marks(sql);
  if (!now) return fail(now.error());
  if (seen_ == *now) return {};
  // Another store, or one that was restored: nothing that is known is sure.
  if (seen_ && now->change < seen_->change) *this = TicketReader();
  const auto since = seen_ ? seen_->change : 0;
  if (auto done = read_tickets(sql, since); !done) return done;
  if (auto done = read_links(sql); !done) return done;
  if (auto done = read_published(sql); !done) return done;
  seen_ = *now;
  return {};
}

Result<void> TicketReader::read_tickets(store::Sql& sql, std::int64_t since) {
  return store::each_ticket(sql, {.since_change = since},
                            [&](const Ticket& ticket, std::int64_t) -> Result<void> {
                              const auto [known, is_new] = places_.try_emplace(to_key(ticket));
                              if (is_new)
                                known->second = tickets_.add(ticket);
                              else
                                tickets_.replace(known->second, ticket);
                              return {};
                            });
}

Result<void> TicketReader::read_links(store::Sql& sql) {
  return sql.each("SELECT source, ticket, lang, article, anchor FROM ticket_links", {},
                  [&](const store::Row& row) -> Result<void> {
                    const auto known = places_.find(row.text(0) + "/" + row.text(1));
                    if (known != places_.end())
                      tickets_.add_link(known->second, {row.text(2), row.text(3), row.text(4)});
                    return {};
                  });
}

Result<void> TicketReader::read_published(store::Sql& sql) {
  for (FigureTickets::Place place = 0; place < tickets_.size(); ++place)
    tickets_.set_made_an_article(place, false);
  return store::each_published(sql, [&](const std::string& ticket) -> Result<void> {
    if (const auto known = places_.find(ticket); known != places_.end())
      tickets_.set_made_an_article(known->second, true);
    return {};
  });
}

Result<FigureTickets> read_figure_tickets(store::Sql& sql) {
  TicketReader reader;
  if (auto done = reader.refresh(sql); !done) return fail(done.error());
  return std::move(reader).take();
}

}  // namespace kb::insights

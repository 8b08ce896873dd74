#include "core/insights/ticket_reader.h"

#include <unordered_map>

#include "core/store/reviews.h"
#include "core/store/ticket_table.h"

namespace kb::insights {
namespace {

using Traces = std::unordered_map<std::string, TicketTrace>;  // by to_key(ticket)

Result<void> read_links(store::Sql& sql, Traces& traces) {
  return sql.each("SELECT source, ticket, lang, article, anchor FROM ticket_links", {},
                  [&](const store::Row& row) -> Result<void> {
                    traces[row.text(0) + "/" + row.text(1)].links.push_back(
                        {row.text(2), row.text(3), row.text(4)});
                    return {};
                  });
}

Result<void> read_reviews(store::Sql& sql, Traces& traces) {
  const auto reviews = store::list_reviews(sql);
  if (!reviews) return fail(reviews.error());
  for (const store::Review& review : *reviews)
    if (review.state == store::ReviewState::approved || review.state == store::ReviewState::merged)
      traces[review.source + "/" + review.ticket].made_an_article = true;
  return {};
}

}  // namespace

Result<FigureTickets> read_figure_tickets(store::Sql& sql) {
  Traces traces;
  if (auto done = read_links(sql, traces); !done) return fail(done.error());
  if (auto done = read_reviews(sql, traces); !done) return fail(done.error());
  FigureTickets tickets;
  const auto done =
      store::each_ticket(sql, {}, [&](const Ticket& ticket, std::int64_t) -> Result<void> {
        const auto trace = traces.find(to_key(ticket));
        tickets.add(ticket, trace == traces.end() ? TicketTrace() : trace->second);
        return {};
      });
  if (!done) return fail(done.error());
  return tickets;
}

}  // namespace kb::insights

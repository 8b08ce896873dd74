#include "core/insights/link_use.h"

namespace kb::insights {

LinkUse link_use_of(const TicketRows& tickets, const Period& period) {
  LinkUse use;
  for (const FigureTicket* ticket : tickets) {
    if (!is_volume(ticket->type) || !contains(period, ticket->solved)) continue;
    use.rate.add(!ticket->articles.empty() || ticket->made_an_article);
    for (const NameId article : ticket->articles) ++use.by_article[article];
  }
  return use;
}

}  // namespace kb::insights

#include "server/insights/kept_figures.h"

#include "server/insights/visit_question.h"

namespace kb {

Result<void> prepare_figures(KeptFigures& figures, const store::Store& store, const Config& config,
                             Time now) {
  const auto wish = visit_wish(config, {}, now);
  if (!wish) return fail(wish.error());
  if (const auto visits = figures.visits.read(store, *wish); !visits) return fail(visits.error());
  if (auto tickets = figures.tickets.read(store, [](const auto&) {}); !tickets) return tickets;
  if (const auto wishes = figures.wishes.read(store, now); !wishes) return fail(wishes.error());
  return {};
}

}  // namespace kb

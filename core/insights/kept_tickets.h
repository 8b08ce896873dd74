// The figures' tickets, kept in memory for all who ask and brought up to date when they do.
//
//   KeptTickets kept;
//   auto done = kept.read(store, [&](const FigureTickets& tickets) {
//     report = report_tickets(tickets, wish);           // as they are now: a change shows at once
//   });
//
// The first look reads every ticket, later ones what changed since (ticket_reader.h). Thread-safe:
// several read at once, and wait while one brings it up to date. An Error is the store's.

#pragma once

#include <functional>
#include <shared_mutex>

#include "core/insights/ticket_reader.h"
#include "core/store/store.h"

namespace kb::insights {

class KeptTickets {
 public:
  using Use = std::function<void(const FigureTickets&)>;

  Result<void> read(const store::Store& store, const Use& use);  // `use` must not call it again

 private:
  std::shared_mutex mutex_;
  TicketReader reader_;
};

}  // namespace kb::insights

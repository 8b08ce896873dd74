// Reads from the store what the figures need, ticket by ticket.
//
//   auto tickets = store->read([](Sql& sql) { return read_figure_tickets(sql); });
//
// Links that agents noted and answers that writers published are brought together with their
// tickets. An Error is the store's. Belongs to the transaction's thread.

#pragma once

#include "core/base/result.h"
#include "core/insights/figure_ticket.h"
#include "core/store/sql.h"

namespace kb::insights {

Result<FigureTickets> read_figure_tickets(store::Sql& sql);

}  // namespace kb::insights

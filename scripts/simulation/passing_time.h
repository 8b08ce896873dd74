// Time passes: all that a store holds becomes some days older, so that days which follow can be
// simulated.
//
//   store->write([](store::Sql& sql) { return let_days_pass(sql, 7); });
//
// What happened (events, contact tickets, gaps and their history, needs, flags, watches) moves;
// accounts, imported tickets and the audit log keep their dates. A function on a transaction.

#pragma once

#include <cstdint>
#include <string_view>

#include "core/store/sql.h"

namespace kb::simulation {

// What the batches of simulated days are called: "simulated/20400".
inline constexpr std::string_view kBatchPrefix = "simulated/";

Result<void> let_days_pass(store::Sql& sql, std::int64_t days);

}  // namespace kb::simulation

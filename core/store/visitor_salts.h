// The salt that makes visitors' hashes of one day: made at its first use, deleted after the day.
//
//   salt_of_day(sql, 20'400)         // in a writing transaction; the same for all that share it
//   drop_salts_before(sql, 20'400)   // hashes of earlier days can never be made again
//
// Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <string>

#include "core/store/sql.h"

namespace kb::store {

Result<std::string> salt_of_day(Sql& sql, std::int64_t day);
Result<void> drop_salts_before(Sql& sql, std::int64_t day);

}  // namespace kb::store

#include "core/store/first_times.h"

#include <string>

namespace kb::store {

Result<Time> first_time(Sql& sql, std::string_view what, Time now) {
  // The update changes nothing: without it no row comes back.
  const auto row = sql.one(
      "INSERT INTO counters (name, value) VALUES ($1, $2) "
      "ON CONFLICT (name) DO UPDATE SET value = counters.value RETURNING value",
      {"first " + std::string(what), now});
  if (!row) return fail(row.error());
  if (!*row) return fail("the store did not note when it first did something");
  return (*row)->time(0);
}

}  // namespace kb::store

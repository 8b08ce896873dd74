#include "core/store/visitor_salts.h"

#include "core/base/secrets.h"

namespace kb::store {

Result<std::string> salt_of_day(Sql& sql, std::int64_t day) {
  const auto found = sql.one("SELECT salt FROM visitor_salts WHERE day = $1", {day});
  if (!found) return fail(found.error());
  if (*found) return (*found)->text(0);
  std::string made = random_key();
  const auto kept =
      sql.change("INSERT INTO visitor_salts (day, salt) VALUES ($1, $2)", {day, made});
  if (!kept) return fail(kept.error());
  return made;
}

Result<void> drop_salts_before(Sql& sql, std::int64_t day) {
  const auto dropped = sql.change("DELETE FROM visitor_salts WHERE day < $1", {day});
  if (!dropped) return fail(dropped.error());
  return {};
}

}  // namespace kb::store

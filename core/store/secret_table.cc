#include "core/store/secret_table.h"

#include "core/base/secrets.h"

namespace kb::store {

Result<std::optional<std::string>> find_secret(Sql& sql, std::string_view name) {
  const auto row = sql.one("SELECT value FROM secrets WHERE name = $1", {name});
  if (!row) return fail(row.error());
  return *row ? std::optional((*row)->text(0)) : std::nullopt;
}

Result<std::string> secret(Sql& sql, std::string_view name) {
  auto found = find_secret(sql, name);
  if (!found) return fail(found.error());
  if (*found) return **found;
  std::string made = random_key();
  const auto kept = sql.change("INSERT INTO secrets (name, value) VALUES ($1, $2)", {name, made});
  if (!kept) return fail(kept.error());
  return made;
}

}  // namespace kb::store

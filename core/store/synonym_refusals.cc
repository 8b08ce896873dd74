#include "core/store/synonym_refusals.h"

namespace kb::store {

Result<void> refuse_synonym(Sql& sql, const SynonymRefusal& refusal) {
  const auto changed = sql.change(
      "INSERT INTO synonym_refusals (lang, asked, found, who, at) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (lang, asked, found) DO NOTHING",
      {refusal.lang, refusal.asked, refusal.found, refusal.who, refusal.at});
  if (!changed) return fail(changed.error());
  return {};
}

Result<std::vector<SynonymRefusal>> list_synonym_refusals(Sql& sql) {
  return sql.list(
      "SELECT lang, asked, found, who, at FROM synonym_refusals ORDER BY lang, asked, found", {},
      [](const Row& row) -> SynonymRefusal {
        return {row.text(0), row.text(1), row.text(2), row.text(3), row.time(4)};
      });
}

}  // namespace kb::store

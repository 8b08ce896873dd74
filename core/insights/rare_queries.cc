#include "core/insights/rare_queries.h"

#include "core/insights/counter.h"

namespace kb::insights {

Result<std::int64_t> drop_rare_queries(store::Sql& sql, std::int64_t before_day,
                                       int least_visitors) {
  return sql.change(
      "DELETE FROM rollups WHERE part = $1 AND day < $2 AND (lang, object) IN ("
      "SELECT lang, object FROM rollups WHERE part = $1 GROUP BY lang, object "
      "HAVING sum(visitors) < $3)",
      {kQueryPart, before_day, least_visitors});
}

}  // namespace kb::insights

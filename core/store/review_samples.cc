#include "core/store/review_samples.h"

#include <algorithm>
#include <utility>

#include "core/article/ticket.h"
#include "core/base/secrets.h"
#include "core/store/secret_table.h"
#include "core/store/ticket_names.h"

namespace kb::store {
namespace {

constexpr std::string_view kSecret = "review samples";

// Every ticket draws its lot; the smallest are taken.
using Lot = std::pair<std::string, TicketName>;

Result<std::vector<Lot>> lots(Sql& sql, std::string_view week, const Period& period,
                              const std::string& key) {
  std::vector<Lot> drawn;
  const auto read = sql.each(
      "SELECT source, id, type FROM tickets WHERE solved >= $1 AND solved < $2 AND status = $3 "
      "AND answer <> ''",
      {period.from, period.until, ticket_status_name(TicketStatus::solved)},
      [&](const Row& row) -> Result<void> {
        const auto type = parse_ticket_type(row.text(2));
        if (!type) return fail(type.error());
        if (!is_volume(*type)) return {};
        const std::string name = std::string(week) + "\n" + row.text(0) + "\n" + row.text(1);
        drawn.emplace_back(keyed_hash(key, name), TicketName{row.text(0), row.text(1)});
        return {};
      });
  if (!read) return fail(read.error());
  return drawn;
}

}  // namespace

Result<std::vector<TicketName>> draw_sample(Sql& sql, std::string_view week, const Period& period,
                                            std::size_t size) {
  auto sample = sample_of(sql, week);
  if (!sample || !sample->empty()) return sample;
  const auto key = secret(sql, kSecret);
  if (!key) return fail(key.error());
  auto drawn = lots(sql, week, period, *key);
  if (!drawn) return fail(drawn.error());
  std::sort(drawn->begin(), drawn->end());
  drawn->resize(std::min(drawn->size(), size));
  for (const auto& [lot, name] : *drawn) {
    const auto added =
        sql.change("INSERT INTO review_samples (week, source, ticket) VALUES ($1, $2, $3)",
                   {week, name.source, name.ticket});
    if (!added) return fail(added.error());
  }
  return sample_of(sql, week);
}

Result<std::vector<TicketName>> sample_of(Sql& sql, std::string_view week) {
  return sql.list(
      "SELECT source, ticket FROM review_samples WHERE week = $1 ORDER BY source, ticket", {week},
      [](const Row& row) -> TicketName {
        return {row.text(0), row.text(1)};
      });
}

Result<std::vector<std::string>> sampled_weeks(Sql& sql, int limit) {
  return sql.list("SELECT DISTINCT week FROM review_samples ORDER BY week DESC LIMIT $1", {limit},
                  [](const Row& row) -> std::string { return row.text(0); });
}

}  // namespace kb::store

#include "scripts/simulation/passing_time.h"

#include <array>
#include <string>

namespace kb::simulation {
namespace {

constexpr std::int64_t kDay = 86'400;  // seconds

// $1: days, $2: seconds. A day that is part of a key goes by way of its negative, so that no row
// meets another on its way.
constexpr std::array<std::string_view, 16> kStatements = {
    "UPDATE events SET day = day - $1, at = at - $2",
    "UPDATE event_days SET day = -day",
    "UPDATE event_days SET day = -day - $1",
    "UPDATE rollup_days SET day = -day",
    "UPDATE rollup_days SET day = -day - $1",
    "UPDATE rollups SET day = -day",
    "UPDATE rollups SET day = -day - $1",
    "UPDATE contact_tickets SET created = created - $2, closed = closed - $2",
    "UPDATE gaps SET created = created - $2, changed = changed - $2, published = published - $2, "
    "verified = verified - $2, due = due - $1",
    "UPDATE gap_changes SET at = at - $2",
    "UPDATE article_needs SET at = at - $2",
    "UPDATE article_flags SET at = at - $2",
    "UPDATE answer_watches SET created = created - $2, confirmed = confirmed - $2",
    "UPDATE deliveries SET created = created - $2",
    "UPDATE figure_targets SET created = created - $2, by_day = by_day - $1",
    "UPDATE notices SET created = created - $2, until_day = until_day - $1"};

}  // namespace

Result<void> let_days_pass(store::Sql& sql, std::int64_t days) {
  for (const auto statement : kStatements) {
    const bool uses_days = statement.find("$1") != statement.npos;
    const bool uses_seconds = statement.find("$2") != statement.npos;
    std::string text(statement);
    std::vector<store::Value> values;
    if (uses_days) values.emplace_back(days);
    if (uses_seconds) {
      if (!uses_days)
        for (auto at = text.find("$2"); at != text.npos; at = text.find("$2")) text[at + 1] = '1';
      values.emplace_back(days * kDay);
    }
    if (const auto done = sql.change(text, values); !done) return fail(done.error());
  }
  const auto forgotten = sql.change("DELETE FROM event_batches WHERE id LIKE 'simulated/%'");
  if (!forgotten) return fail(forgotten.error());
  return {};
}

}  // namespace kb::simulation

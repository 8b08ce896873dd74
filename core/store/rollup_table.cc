#include "core/store/rollup_table.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "core/store/bulk_insert.h"

namespace kb::store {
namespace {

constexpr RowShape kCells = {
    "rollups (day, part, lang, category, channel, object, visitors, counts)", 8};
constexpr std::string_view kVisitors = "visitors";

auto key_of(const RollupCell& cell) {
  return std::tie(cell.part, cell.lang, cell.category, cell.channel, cell.object);
}

// All counters of one key are one row, "clicks=4 visitors=3": a report reads a tenth of the rows.
class RowsOfDay {
 public:
  explicit RowsOfDay(std::int64_t day) : day_(day) {}

  void add(const RollupCell& cell) {
    if (last_ == nullptr || key_of(*last_) != key_of(cell)) end_row();
    last_ = &cell;
    if (!counts_.empty()) counts_ += ' ';
    counts_.append(cell.counter).append("=").append(std::to_string(cell.value));
    if (cell.counter == kVisitors) visitors_ = cell.value;
  }

  std::vector<Value> take() {
    end_row();
    return std::move(values_);
  }

 private:
  void end_row() {
    if (last_ != nullptr)
      values_.insert(values_.end(), {day_, last_->part, last_->lang, last_->category,
                                     last_->channel, last_->object, visitors_, counts_});
    counts_.clear();
    visitors_ = 0;
  }

  const std::int64_t day_;
  const RollupCell* last_ = nullptr;
  std::string counts_;
  std::int64_t visitors_ = 0;
  std::vector<Value> values_;
};

Result<void> put_cells(Sql& sql, std::int64_t day, std::span<const RollupCell> cells) {
  std::vector<const RollupCell*> sorted;
  for (const RollupCell& cell : cells) sorted.push_back(&cell);
  std::ranges::sort(sorted, [](const RollupCell* a, const RollupCell* b) {
    return std::tie(a->part, a->lang, a->category, a->channel, a->object, a->counter) <
           std::tie(b->part, b->lang, b->category, b->channel, b->object, b->counter);
  });
  RowsOfDay rows(day);
  for (const RollupCell* cell : sorted) rows.add(*cell);
  return insert_rows(sql, kCells, rows.take());
}

// Calls `visit` with each counter of a row.
Result<void> unpack(std::string_view counts, RollupCell& cell, const EachCell& visit) {
  while (!counts.empty()) {
    const auto end = std::min(counts.find(' '), counts.size());
    const auto equals = counts.find('=');
    if (equals >= end) return fail("daily sums that nobody can read: " + std::string(counts));
    cell.counter.assign(counts.substr(0, equals));
    std::from_chars(counts.data() + equals + 1, counts.data() + end, cell.value);
    if (auto visited = visit(cell); !visited) return visited;
    counts.remove_prefix(std::min(end + 1, counts.size()));
  }
  return {};
}

}  // namespace

Result<void> put_day(Sql& sql, const RollupDay& day, std::span<const RollupCell> cells) {
  const auto dropped = sql.change("DELETE FROM rollups WHERE day = $1", {day.day});
  if (!dropped) return fail(dropped.error());
  if (auto done = put_cells(sql, day.day, cells); !done) return done;
  const auto noted = sql.change(
      "INSERT INTO rollup_days (day, last, rules, open) VALUES ($1, $2, $3, $4) ON CONFLICT (day) "
      "DO UPDATE SET last = excluded.last, rules = excluded.rules, open = excluded.open",
      {day.day, day.last, day.rules, day.open});
  if (!noted) return fail(noted.error());
  return {};
}

Result<std::vector<RollupDay>> rollup_days(Sql& sql, const DayRange& range) {
  return sql.list(
      "SELECT day, last, rules, open FROM rollup_days WHERE day >= $1 AND day <= $2 ORDER BY day",
      {range.from, range.to}, [](const Row& row) -> RollupDay {
        return {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
      });
}

Result<void> each_cell(Sql& sql, const DayRange& range, std::string_view part,
                       const EachCell& visit) {
  RollupCell cell;
  cell.part = part;
  return sql.each(
      "SELECT day, lang, category, channel, object, counts FROM rollups "
      "WHERE part = $1 AND day >= $2 AND day <= $3 ORDER BY day, lang, category, channel, object",
      {part, range.from, range.to}, [&](const Row& row) {
        cell.day = row.integer(0);
        cell.lang = row.text(1);
        cell.category = row.text(2);
        cell.channel = row.text(3);
        cell.object = row.text(4);
        return unpack(row.text(5), cell, visit);
      });
}

Result<void> each_cell_of(Sql& sql, const RollupName& name, const EachCell& visit) {
  RollupCell cell;
  cell.day = name.day;
  cell.part = name.part;
  cell.lang = name.lang;
  cell.object = name.object;
  return sql.each(
      "SELECT counts FROM rollups WHERE part = $1 AND day = $2 AND lang = $3 AND category = '' AND "
      "channel = '' AND object = $4",
      {name.part, name.day, name.lang, name.object},
      [&](const Row& row) { return unpack(row.text(0), cell, visit); });
}

Result<std::optional<std::int64_t>> first_rollup_day(Sql& sql) {
  const auto row = sql.one("SELECT min(day) FROM rollup_days");
  if (!row) return fail(row.error());
  return *row ? (*row)->maybe_integer(0) : std::nullopt;
}

}  // namespace kb::store

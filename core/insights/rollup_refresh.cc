#include "core/insights/rollup_refresh.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <unordered_map>

#include "core/insights/counter.h"
#include "core/insights/day_sums.h"
#include "core/insights/late_tickets.h"
#include "core/insights/sent_tickets.h"
#include "core/store/event_table.h"

namespace kb::insights {
namespace {

using store::DayRange;
using store::Event;
using store::EventDay;
using store::RollupCell;
using store::RollupDay;
using store::Sql;

// Seven days in which somebody may still write, and one for tickets that waited in a spool.
constexpr std::int64_t kOpenFor = kWroteAfterDays + 1;
constexpr DayRange kAllDays{std::numeric_limits<std::int64_t>::min(),
                            std::numeric_limits<std::int64_t>::max()};

std::int64_t is_open(std::int64_t day, std::int64_t today) {
  return today - day <= kOpenFor ? 1 : 0;
}

// Days of `range` with events whose sums are not there or not right. Without `today`, whether a day
// is still open does not matter.
Result<std::vector<std::int64_t>> stale_days(Sql& sql, const std::vector<EventDay>& days,
                                             const DayRange& range,
                                             std::optional<std::int64_t> today) {
  const auto sums = store::rollup_days(sql, range);
  if (!sums) return fail(sums.error());
  std::unordered_map<std::int64_t, RollupDay> summed;
  for (const RollupDay& day : *sums) summed.emplace(day.day, day);

  std::set<std::int64_t> stale;
  std::vector<RollupDay> open;
  for (const EventDay& day : days) {
    if (day.day < range.from || day.day > range.to) continue;
    const auto kept = summed.find(day.day);
    const bool is_right = kept != summed.end() && kept->second.rules == kRollupRules &&
                          kept->second.last >= day.last &&
                          (!today || kept->second.open == is_open(day.day, *today));
    if (!is_right)
      stale.insert(day.day);
    else if (kept->second.open != 0)
      open.push_back(kept->second);
  }
  const auto changed = changed_by_late_tickets(sql, open);
  if (!changed) return fail(changed.error());
  stale.insert(changed->begin(), changed->end());
  return std::vector<std::int64_t>(stale.begin(), stale.end());
}

// The last event that a day's sums may know of: later tickets count, too.
std::int64_t last_event(const std::vector<EventDay>& days, std::int64_t day) {
  std::int64_t last = 0;
  for (const EventDay& other : days)
    if (other.day >= day && other.day <= day + kWroteAfterDays) last = std::max(last, other.last);
  return last;
}

struct Summed {
  std::int64_t last = 0;
  std::vector<RollupCell> cells;
};

Result<Summed> sum_with_last(Sql& sql, std::int64_t day) {
  const auto days = store::event_days(sql);
  if (!days) return fail(days.error());
  auto cells = sum_day(sql, day);
  if (!cells) return fail(cells.error());
  return Summed{last_event(*days, day), std::move(*cells)};
}

// Summed beside the writers: they wait for the cells to be written only.
Result<void> refresh(store::Store& store, std::int64_t day, std::int64_t today) {
  const auto summed = store.read([&](Sql& sql) { return sum_with_last(sql, day); });
  if (!summed) return fail(summed.error());
  const RollupDay made{
      .day = day, .last = summed->last, .rules = kRollupRules, .open = is_open(day, today)};
  return store.write([&](Sql& sql) { return store::put_day(sql, made, summed->cells); });
}

}  // namespace

Result<std::vector<RollupCell>> sum_day(Sql& sql, std::int64_t day) {
  const auto sent = read_sent_tickets(sql, {day, day + kWroteAfterDays});
  if (!sent) return fail(sent.error());
  DaySums sums(day, *sent);
  std::vector<Event> visitors;  // events of one visitor
  auto done = store::each_event(
      sql, {.from_day = day, .to_day = day}, [&](const Event& event) -> Result<void> {
        const bool is_next =
            !visitors.empty() && (visitors.back().visitor != event.visitor || event.visitor == 0);
        if (is_next) {
          sums.add(visitors);
          visitors.clear();
        }
        visitors.push_back(event);
        return {};
      });
  if (!done) return fail(done.error());
  sums.add(visitors);
  return sums.cells();
}

Result<std::vector<std::int64_t>> refresh_rollups(store::Store& store, std::int64_t today) {
  const auto stale = store.read([&](Sql& sql) -> Result<std::vector<std::int64_t>> {
    const auto days = store::event_days(sql);
    if (!days) return fail(days.error());
    return stale_days(sql, *days, kAllDays, today);
  });
  if (!stale) return fail(stale.error());
  for (const std::int64_t day : *stale)
    if (auto done = refresh(store, day, today); !done) return fail(done.error());
  return *stale;
}

Result<SumsState> sums_state(Sql& sql, const DayRange& range) {
  const auto days = store::event_days(sql);
  if (!days) return fail(days.error());
  const auto stale = stale_days(sql, *days, range, std::nullopt);
  if (!stale) return fail(stale.error());
  auto kept = store::rollup_days(sql, range);
  if (!kept) return fail(kept.error());
  SumsState state{.kept = std::move(*kept),
                  .first_event_day = days->empty() ? 0 : days->front().day};
  std::erase_if(state.kept,
                [&](const RollupDay& day) { return std::ranges::binary_search(*stale, day.day); });
  for (const std::int64_t day : *stale)
    state.stale.push_back({.day = day, .last = last_event(*days, day)});
  return state;
}

Result<void> read_sums(Sql& sql, const SumsState& state, std::span<const PartOfSums> parts,
                       const store::EachCell& visit) {
  for (const auto& [part, days] : parts) {
    auto done = store::each_cell(sql, days, part, [&](const RollupCell& cell) -> Result<void> {
      if (std::ranges::binary_search(state.stale, cell.day, {}, &EventDay::day)) return {};
      return visit(cell);
    });
    if (!done) return done;
  }
  return read_stale_sums(sql, state, parts, visit);
}

Result<void> read_stale_sums(Sql& sql, const SumsState& state, std::span<const PartOfSums> parts,
                             const store::EachCell& visit) {
  for (const EventDay& stale : state.stale) {
    std::vector<std::string_view> wanted;
    for (const auto& [part, days] : parts)
      if (stale.day >= days.from && stale.day <= days.to) wanted.push_back(part);
    if (wanted.empty()) continue;
    const auto cells = sum_day(sql, stale.day);
    if (!cells) return fail(cells.error());
    for (const RollupCell& cell : *cells)
      if (std::ranges::find(wanted, cell.part) != wanted.end())
        if (auto visited = visit(cell); !visited) return visited;
  }
  return {};
}

Result<void> read_sums(Sql& sql, const DayRange& range, std::string_view part,
                       const store::EachCell& visit) {
  const auto state = sums_state(sql, range);
  if (!state) return fail(state.error());
  const PartOfSums wanted{part, range};
  return read_sums(sql, *state, {&wanted, 1}, visit);
}

}  // namespace kb::insights

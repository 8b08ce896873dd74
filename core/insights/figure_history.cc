#include "core/insights/figure_history.h"

#include <algorithm>

#include "core/insights/rollup_refresh.h"
#include "core/store/rollup_table.h"

namespace kb::insights {
namespace {

constexpr std::int64_t kWeekDays = 7;
constexpr auto kHistoryDays = kWeekDays * static_cast<std::int64_t>(kHistoryWeeks);

bool suits(const std::string& is, const std::string& wanted) {
  return wanted.empty() || is == wanted;
}

void add_cell(FigureHistory& history, const HistoryWish& wish, const store::RollupCell& cell,
              std::size_t slot) {
  const auto into = cell.day - (wish.until - kHistoryDays);
  if (into < 0 || into >= kHistoryDays) return;
  if (!suits(cell.lang, wish.lang) || !suits(cell.category, wish.category)) return;
  history.weeks.at(static_cast<std::size_t>(into / kWeekDays)).add(slot, cell.value);
}

std::size_t weeks_known(const HistoryWish& wish, std::int64_t first_day) {
  const auto known = std::max<std::int64_t>(0, (wish.until - first_day) / kWeekDays);
  return std::min(static_cast<std::size_t>(known), kHistoryWeeks);
}

}  // namespace

VisitCounts FigureHistory::recent() const {
  VisitCounts sum;
  for (std::size_t week = kHistoryWeeks - kRecentWeeks; week < kHistoryWeeks; ++week)
    sum.add(weeks.at(week));
  return sum;
}

Result<std::vector<FigureHistory>> read_histories(store::Sql& sql,
                                                  std::span<const HistoryWish> wishes) {
  std::vector<FigureHistory> histories(wishes.size());
  if (wishes.empty()) return histories;
  const auto first = store::first_rollup_day(sql);
  if (!first) return fail(first.error());
  if (!*first) return histories;
  for (std::size_t i = 0; i < wishes.size(); ++i)
    histories[i].known_weeks = weeks_known(wishes[i], **first);
  const auto [least, most] = std::ranges::minmax(wishes, {}, &HistoryWish::until);
  const VisitSlots slots;
  const auto done = read_sums(sql, {least.until - kHistoryDays, most.until - 1}, kSitePart,
                              [&](const store::RollupCell& cell) -> Result<void> {
                                const auto slot = slots.find(cell.counter);
                                if (!slot) return {};
                                for (std::size_t i = 0; i < wishes.size(); ++i)
                                  add_cell(histories[i], wishes[i], cell, *slot);
                                return {};
                              });
  if (!done) return fail(done.error());
  return histories;
}

}  // namespace kb::insights

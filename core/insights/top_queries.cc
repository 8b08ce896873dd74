#include "core/insights/top_queries.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "core/insights/counter.h"

namespace kb::insights {
namespace {

using store::RollupCell;

using QueryName = std::pair<std::string, std::string>;  // its language, and itself

bool is_of(const RollupCell& cell, Counter counter) {
  return cell.counter == counter_name(counter);
}

}  // namespace

void QuerySums::add(const RollupCell& cell) {
  const auto size = cell.lang.size() + 1;
  const bool is_last = last_ != nullptr && key_.size() == size + cell.object.size() &&
                       key_.starts_with(cell.lang) && key_[size - 1] == '\n' &&
                       key_.ends_with(cell.object);
  if (!is_last) {
    key_.assign(cell.lang).append("\n").append(cell.object);
    last_ = &sums_[key_];
  }
  if (is_of(cell, Counter::visitors)) last_->visitors += cell.value;
  if (is_of(cell, Counter::searches)) last_->searches += cell.value;
  if (is_of(cell, Counter::zero_results)) last_->zero_results += cell.value;
  if (is_of(cell, Counter::searches_clicked)) last_->clicked += cell.value;
}

std::vector<QueryRow> QuerySums::most(const std::vector<const ByQuery::value_type*>& shown,
                                      std::int64_t Sums::*by) {
  auto rows = shown;
  std::erase_if(rows, [&](const auto* row) { return row->second.*by == 0; });
  const auto count = std::min(rows.size(), kMostQueries);
  // '\n' stands before all that is in a language or a query: the keys' order is that of both.
  std::ranges::partial_sort(rows, rows.begin() + static_cast<std::ptrdiff_t>(count),
                            [&](const auto* a, const auto* b) {
                              const auto left = a->second.*by;
                              const auto right = b->second.*by;
                              return left != right ? left > right : a->first < b->first;
                            });
  std::vector<QueryRow> listed;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& [key, sums] = *rows[i];
    const auto end = key.find('\n');
    listed.push_back({.lang = key.substr(0, end),
                      .query = key.substr(end + 1),
                      .visitors = sums.visitors,
                      .searches = sums.searches,
                      .zero_results = sums.zero_results,
                      .clicked = sums.clicked,
                      .before = 0});
  }
  return listed;
}

TopQueries QuerySums::top(int shown_from) const {
  TopQueries top;
  std::vector<const ByQuery::value_type*> shown;
  for (const auto& each : sums_) {
    if (each.second.visitors >= shown_from)
      shown.push_back(&each);
    else if (each.second.searches > 0)
      ++top.hidden;
  }
  top.searched = most(shown, &Sums::searches);
  top.failing = most(shown, &Sums::zero_results);
  return top;
}

Result<void> add_searches_before(store::Sql& sql, const SumsState& state,
                                 const store::DayRange& days, TopQueries& top) {
  std::map<QueryName, std::int64_t> searches;
  for (const auto* rows : {&top.searched, &top.failing})
    for (const auto& row : *rows) searches.emplace(std::pair(row.lang, row.query), 0);
  if (searches.empty()) return {};

  const auto add = [&](const RollupCell& cell) -> Result<void> {
    if (!is_of(cell, Counter::searches)) return {};
    const auto found = searches.find({cell.lang, cell.object});
    if (found != searches.end()) found->second += cell.value;
    return {};
  };
  for (const auto& [name, count] : searches)
    for (const auto& day : state.kept)
      if (day.day >= days.from && day.day <= days.to)
        if (auto done =
                store::each_cell_of(sql, {day.day, kQueryPart, name.first, name.second}, add);
            !done)
          return done;
  const PartOfSums before{kQueryPart, days};
  if (auto done = read_stale_sums(sql, state, {&before, 1}, add); !done) return done;

  for (auto* rows : {&top.searched, &top.failing})
    for (auto& row : *rows) row.before = searches.at({row.lang, row.query});
  return {};
}

}  // namespace kb::insights

#include "core/insights/foreign_reads.h"

#include <map>
#include <set>
#include <utility>

#include "core/insights/session_split.h"

namespace kb::insights {
namespace {

using store::Action;
using store::Event;

bool leads_to_article(const Event& event) {
  return event.action == Action::page_viewed || event.action == Action::clicked ||
         event.action == Action::suggestion_clicked;
}

bool is_of_visitor(const Event& event) {
  return event.visitor != 0 && event.who == store::Who::visitor;
}

// The language of each search, by its id.
std::map<std::string_view, std::string_view> search_languages(std::span<const Event> events) {
  std::map<std::string_view, std::string_view> languages;
  for (const Event& event : events)
    if (event.action == Action::searched && !event.query_id.empty())
      languages[event.query_id] = event.lang;
  return languages;
}

}  // namespace

void add_foreign_reads(CellSums& sums, std::span<const Event> visitor) {
  const auto languages = search_languages(visitor);
  std::set<std::pair<std::string_view, std::string_view>> opened;
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> clicked;
  for (const Event& event : visitor) {
    if (!is_of_visitor(event) || !leads_to_article(event) || !is_article(event.object)) continue;
    const auto search = languages.find(event.query_id);
    const std::string_view asked = search != languages.end() ? search->second : event.lang;
    const std::string_view object = event.object;
    if (asked.empty() || asked == object.substr(0, object.find('/'))) continue;
    opened.emplace(asked, object);
    if (event.action == Action::clicked) clicked.emplace(asked, object, event.query_id);
  }
  const auto key = [](std::string_view asked, std::string_view object) {
    return CellKey{.part = kForeignPart, .lang = asked, .object = object};
  };
  for (const auto& [asked, object] : opened) sums.add(key(asked, object), Counter::visitors);
  for (const auto& [asked, object, query] : clicked) sums.add(key(asked, object), Counter::clicks);
}

Result<std::vector<ForeignReads>> read_foreign_reads(store::Sql& sql, const store::DayRange& days) {
  std::map<std::pair<std::string, std::string>, ForeignReads> sums;
  const auto visitors = counter_name(Counter::visitors);
  const auto clicks = counter_name(Counter::clicks);
  const auto read =
      store::each_cell(sql, days, kForeignPart, [&](const store::RollupCell& cell) -> Result<void> {
        auto& sum = sums[{cell.lang, cell.object}];
        if (cell.counter == visitors) sum.visitors += cell.value;
        if (cell.counter == clicks) sum.clicks += cell.value;
        return {};
      });
  if (!read) return fail(read.error());
  std::vector<ForeignReads> found;
  for (auto& [key, sum] : sums) {
    sum.lang = key.first;
    sum.object = key.second;
    found.push_back(std::move(sum));
  }
  return found;
}

}  // namespace kb::insights

#include "core/store/page_clicks.h"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/store/event.h"

namespace kb::store {
namespace {

// "" where the detail tells none.
std::string page_in(const std::string& detail) {
  const auto told = nlohmann::json::parse(detail, nullptr, false);
  if (!told.is_object()) return {};
  const auto from = told.find("from");
  return from != told.end() && from->is_string() ? from->get<std::string>() : std::string();
}

}  // namespace

Result<std::vector<PageClicks>> page_clicks_on(Sql& sql, std::int64_t day) {
  std::map<std::pair<std::string, std::string>, std::int64_t> visitors;
  const auto read = sql.each(
      "SELECT detail, object, COUNT(DISTINCT visitor) FROM events WHERE day = $1 AND action = $2 "
      "AND who = $3 AND visitor <> 0 AND detail LIKE '%\"from\"%' GROUP BY detail, object",
      {day, static_cast<int>(Action::clicked), static_cast<int>(Who::visitor)},
      [&](const Row& row) -> Result<void> {
        if (auto page = page_in(row.text(0)); !page.empty())
          visitors[{std::move(page), row.text(1)}] += row.integer(2);
        return {};
      });
  if (!read) return fail(read.error());
  std::vector<PageClicks> clicks;
  clicks.reserve(visitors.size());
  for (const auto& [key, count] : visitors) clicks.push_back({key.first, key.second, count});
  return clicks;
}

}  // namespace kb::store

#include "server/context/page_learning.h"

#include <algorithm>

namespace kb {
namespace {

// Events of a day come in until a little after its end.
constexpr std::int64_t kOpenDays = 2;

}  // namespace

Result<PageLearning::Learned> PageLearning::learn(const Learned* last, const store::Store& store,
                                                  std::int64_t today) {
  Learned learned;
  const auto read = store.read([&](store::Sql& sql) -> Result<void> {
    for (auto day = today - kLearnedDays + 1; day <= today; ++day) {
      if (last && day <= today - kOpenDays && last->days.contains(day)) {
        learned.days[day] = last->days.at(day);
        continue;
      }
      auto clicks = store::page_clicks_on(sql, day);
      if (!clicks) return fail(clicks.error());
      learned.days[day] = std::move(*clicks);
    }
    return {};
  });
  if (!read) return fail(read.error());
  for (const auto& [day, clicks] : learned.days)
    for (const auto& click : clicks)
      if (const auto slash = click.object.find('/'); slash != click.object.npos)
        learned.visitors[click.page][click.object.substr(slash + 1)] += click.visitors;
  return learned;
}

std::vector<std::string> PageLearning::opened_from(std::string_view page, const store::Store& store,
                                                   std::int64_t today, int least_visitors) {
  const auto learned = learned_.get([&](const Learned* last) { return learn(last, store, today); });
  if (const auto failed = learned_.failed()) problem_(*failed);
  if (!learned) return {};
  const auto found = learned->visitors.find(page);
  if (found == learned->visitors.end()) return {};
  std::vector<std::string> ids;
  for (const auto& [id, visitors] : found->second)
    if (visitors >= least_visitors) ids.push_back(id);
  std::ranges::stable_sort(ids, std::ranges::greater(),
                           [&](const auto& id) { return found->second.at(id); });
  return ids;
}

}  // namespace kb

#include "server/pages/shelves.h"

#include <algorithm>
#include <tuple>

namespace kb {

Shelves::Shelves(const PageContext& context) {
  const auto now = context.center().clock.now();
  const auto* database = context.generation().database({context.lang(), Audience::everyone});
  if (database == nullptr) return;
  for (const auto& row : database->catalogue.rows())
    if (row.listed(now) && row.kind == Kind::article) by_category_[row.category].push_back(&row);
  for (auto& [key, rows] : by_category_)
    std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
      return std::tie(a->title, a->id) < std::tie(b->title, b->id);
    });

  for (const auto& category : context.generation().manifest().categories)
    if (by_category_.contains(category.key)) order_.push_back(category.key);
  std::vector<std::string> others;
  for (const auto& [key, rows] : by_category_)
    if (!key.empty() && std::find(order_.begin(), order_.end(), key) == order_.end())
      others.push_back(key);
  std::sort(others.begin(), others.end(), [&](const auto& a, const auto& b) {
    return context.category_name(a) < context.category_name(b);
  });
  order_.insert(order_.end(), others.begin(), others.end());
}

const std::vector<const index::Row*>& Shelves::articles(const std::string& key) const {
  static const std::vector<const index::Row*> none;
  const auto found = by_category_.find(key);
  return found == by_category_.end() ? none : found->second;
}

}  // namespace kb

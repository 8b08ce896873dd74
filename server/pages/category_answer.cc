#include <algorithm>

#include "server/page/category_page.h"
#include "server/pages/answers.h"
#include "server/pages/shelves.h"

namespace kb {
namespace {

// A longer list is for finding a title, not for reading: it goes without summaries.
constexpr std::size_t kSummariesUpTo = 100;

bool is_configured(const PageContext& context, const std::string& key) {
  const auto& known = context.generation().manifest().categories;
  return std::any_of(known.begin(), known.end(),
                     [&](const auto& category) { return category.key == key; });
}

// "billing/cards/expired" is in the subfolder "cards" of its category.
std::string subfolder(const index::Row& row) {
  const auto first = row.id.find('/');
  if (first == std::string::npos) return {};
  const auto second = row.id.find('/', first + 1);
  return second == std::string::npos ? std::string() : row.id.substr(first + 1, second - first - 1);
}

std::string summary_of(const PageContext& context, const index::Row& row) {
  const auto* database = context.generation().database({context.lang(), Audience::everyone});
  const auto record =
      context.generation().read_record(*database, row, index::Generation::Part::head);
  return record ? std::string(record->summary()) : std::string();
}

}  // namespace

http::Response answer_category(const PageContext& context) {
  const std::string& key = context.route().rest;
  const Shelves shelves(context);
  const auto& rows = shelves.articles(key);
  if (rows.empty() && !is_configured(context, key)) return answer_not_found(context);

  page::CategoryPage view;
  view.site = context.site();
  view.site.canonical_url = context.urls().category(context.lang(), key);
  view.name = context.category_name(key);
  view.icon = context.category_icon(key);
  std::map<std::string, page::ArticleGroup> groups;
  for (const auto* row : rows) {
    const auto folder = subfolder(*row);
    auto& group = groups[folder];
    if (!folder.empty()) group.name = readable_key(folder);
    group.articles.push_back(context.link_to(*row));
    if (rows.size() <= kSummariesUpTo) group.articles.back().summary = summary_of(context, *row);
  }
  for (auto& [folder, group] : groups) view.groups.push_back(std::move(group));
  return context.html(200, page::render(context.center().renderer, view));
}

}  // namespace kb

#include <algorithm>

#include "server/page/category_page.h"
#include "server/pages/answers.h"
#include "server/pages/category_words.h"

namespace kb {
namespace {

using index::Row;

// A longer list is for finding a title, not for reading: it goes without summaries.
constexpr std::size_t kSummariesUpTo = 100;

page::ArticleLink link_with_summary(const PageContext& context, const Row& row) {
  auto link = context.link_to(row);
  link.summary = context.summary_of(row);
  return link;
}

// The articles by subfolder: first those in none, then as categories.yaml orders the subfolders.
std::vector<page::ArticleGroup> groups_of(const PageContext& context, const std::string& key,
                                          const std::vector<const Row*>& rows) {
  std::map<std::string, std::vector<const Row*>> by_folder;
  for (const auto* row : rows) by_folder[subfolder_of(row->id)].push_back(row);
  std::vector<std::string> order = {""};
  for (const auto& category : context.generation().manifest().categories)
    if (category.key.starts_with(key + "/")) order.push_back(category.key.substr(key.size() + 1));
  for (const auto& [folder, articles] : by_folder)
    if (std::find(order.begin(), order.end(), folder) == order.end()) order.push_back(folder);

  std::vector<page::ArticleGroup> groups;
  for (const auto& folder : order) {
    const auto found = by_folder.find(folder);
    if (found == by_folder.end()) continue;
    page::ArticleGroup group;
    if (!folder.empty()) group.name = context.category_name(key + "/" + folder);
    for (const auto* row : found->second)
      group.articles.push_back(rows.size() <= kSummariesUpTo ? link_with_summary(context, *row)
                                                             : context.link_to(*row));
    groups.push_back(std::move(group));
  }
  return groups;
}

// A filter helps where some articles are for some readers only.
bool differ(const std::vector<const Row*>& rows) {
  return std::any_of(rows.begin(), rows.end(),
                     [](const Row* row) { return !row->applies_to.empty(); });
}

}  // namespace

http::Response answer_category(const PageContext& context) {
  const std::string& key = context.route().rest;
  const auto shelves = context.shelves();
  const auto& rows = shelves->articles(key);
  if (rows.empty()) {
    const auto parent = key.substr(0, key.find('/'));
    // A subfolder is a part of its parent's page.
    if (!parent.empty() && parent != key && !shelves->articles(parent).empty())
      return http::redirect(301, context.urls().category(context.lang(), parent));
    if (!find_category(context.generation(), key)) return answer_not_found(context);
  }
  page::CategoryPage view;
  view.site = context.site();
  view.site.canonical_url = context.urls().category(context.lang(), key);
  view.name = context.category_name(key);
  view.icon = context.category_icon(key);
  view.description = context.category_description(key);
  view.groups = groups_of(context, key, rows);
  if (differ(rows))
    view.filter = applies_to_filter(context.center().config, context.generation(), context.lang());
  return context.html(200, page::render(context.center().renderer, view));
}

}  // namespace kb

#include <algorithm>
#include <charconv>
#include <span>

#include "server/events/page_events.h"
#include "server/page/category_page.h"
#include "server/pages/answers.h"
#include "server/pages/category_words.h"

namespace kb {
namespace {

using index::Row;

constexpr std::size_t kArticlesOnPage = 100;

page::ArticleLink link_with_summary(const PageContext& context, const Row& row) {
  auto link = context.link_to(row);
  link.summary = context.summary_of(row);
  return link;
}

// The articles of one subfolder stand together on the shelf, those in none come first.
std::vector<page::ArticleGroup> groups_of(const PageContext& context, const std::string& key,
                                          std::span<const Row* const> rows) {
  std::vector<page::ArticleGroup> groups;
  std::string folder;
  for (const auto* row : rows) {
    auto own = subfolder_of(row->id);
    if (groups.empty() || own != folder) {
      folder = std::move(own);
      groups.emplace_back();
      if (!folder.empty()) groups.back().name = context.category_name(key + "/" + folder);
    }
    groups.back().articles.push_back(link_with_summary(context, *row));
  }
  return groups;
}

// The page asked for, from 1; 0: there is none such.
std::size_t page_asked_for(const PageContext& context, std::size_t articles) {
  const auto written = context.request().param("page");
  std::size_t page = 1;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), page);
  if (!written.empty() && (error != std::errc{} || end != written.data() + written.size()))
    return 0;
  const auto last = std::max<std::size_t>(1, (articles + kArticlesOnPage - 1) / kArticlesOnPage);
  return page <= last ? page : 0;
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
  const auto page = page_asked_for(context, rows.size());
  if (page == 0) return answer_not_found(context);
  const auto at = [&](std::size_t number) {
    return context.urls().category(context.lang(), key, number);
  };
  page::CategoryPage view;
  view.site = context.site();
  view.site.canonical_url = at(page);
  view.article_count = static_cast<std::int64_t>(rows.size());
  view.paging.number = static_cast<std::int64_t>(page);
  if (page > 1) view.paging.previous_url = at(page - 1);
  if (page * kArticlesOnPage < rows.size()) view.paging.next_url = at(page + 1);
  view.name = context.category_name(key);
  view.icon = context.category_icon(key);
  view.description = context.category_description(key);
  const auto begin = (page - 1) * kArticlesOnPage;
  view.groups = groups_of(
      context, key, std::span(rows).subspan(begin, std::min(kArticlesOnPage, rows.size() - begin)));
  if (differ(rows))
    view.filter = applies_to_filter(context.center().config, context.generation(), context.lang());
  PageEvents(context.center(), context.request(), context.lang()).viewed("/category/" + key, key);
  return context.html(200, page::render(context.center().renderer, view), !view.site.trail.empty());
}

}  // namespace kb

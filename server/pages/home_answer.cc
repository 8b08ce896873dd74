#include <algorithm>

#include "server/page/home_page.h"
#include "server/pages/answers.h"
#include "server/pages/shelves.h"

namespace kb {
namespace {

constexpr std::size_t kNewest = 6;
constexpr std::size_t kCardArticles = 5;

page::CategoryCard card_of(const PageContext& context, const std::string& key,
                           const std::vector<const index::Row*>& rows) {
  page::CategoryCard card;
  card.name = context.category_name(key);
  card.url = context.urls().category(context.lang(), key);
  card.icon = context.category_icon(key);
  card.article_count = static_cast<std::int64_t>(rows.size());
  for (std::size_t i = 0; i < std::min(kCardArticles, rows.size()); ++i)
    card.articles.push_back(context.link_to(*rows[i]));
  return card;
}

std::vector<page::ArticleLink> newest_of(const PageContext& context, const Shelves& shelves) {
  std::vector<const index::Row*> dated;
  for (const auto& [key, rows] : shelves.all())
    for (const auto* row : rows)
      if (row->updated) dated.push_back(row);
  const auto shown = std::min(kNewest, dated.size());
  std::partial_sort(dated.begin(), dated.begin() + static_cast<std::ptrdiff_t>(shown), dated.end(),
                    [](const auto* a, const auto* b) {
                      return *a->updated != *b->updated ? *a->updated > *b->updated : a->id < b->id;
                    });
  std::vector<page::ArticleLink> links;
  for (std::size_t i = 0; i < shown; ++i) links.push_back(context.link_to(*dated[i]));
  return links;
}

}  // namespace

http::Response answer_home(const PageContext& context) {
  const Shelves shelves(context);
  page::HomePage view;
  view.site = context.site();
  view.site.canonical_url = context.urls().home(context.lang());
  for (const auto& key : shelves.order())
    view.categories.push_back(card_of(context, key, shelves.articles(key)));
  view.newest = newest_of(context, shelves);
  return context.html(200, page::render(context.center().renderer, view));
}

}  // namespace kb

#include <algorithm>

#include "server/context/context_desk.h"
#include "server/events/page_events.h"
#include "server/page/home_page.h"
#include "server/pages/answers.h"

namespace kb {
namespace {

constexpr std::size_t kCardArticles = 5;
constexpr std::size_t kNewestShown = 6;
constexpr std::size_t kMostRead = 6;
constexpr std::size_t kFewest = 3;  // a shorter list of the most read tells nothing yet

page::CategoryCard card_of(const PageContext& context, const std::string& key,
                           const std::vector<const index::Row*>& rows) {
  page::CategoryCard card;
  card.name = context.category_name(key);
  card.url = context.urls().category(context.lang(), key);
  card.icon = context.category_icon(key);
  card.description = context.category_description(key);
  card.article_count = static_cast<std::int64_t>(rows.size());
  for (std::size_t i = 0; i < std::min(kCardArticles, rows.size()); ++i)
    card.articles.push_back(context.link_to(*rows[i]));
  return card;
}

std::vector<page::ArticleLink> most_read(const PageContext& context, const Shelves& shelves) {
  std::vector<page::ArticleLink> links;
  for (const auto& id : context.center().read_counts.most_read(context.lang(), 2 * kMostRead))
    if (const auto* row = shelves.find(id); row && links.size() < kMostRead)
      links.push_back(context.link_to(*row));
  if (links.size() < kFewest) links.clear();
  return links;
}

}  // namespace

http::Response answer_home(const PageContext& context) {
  const auto shelves = context.shelves();
  page::HomePage view;
  view.site = context.site();
  view.site.canonical_url = context.urls().home(context.lang());
  if (auto* desk = context.center().context)
    for (auto& notice : desk->notices.shown(context.center(), context.generation(), context.lang()))
      view.notices.push_back({std::move(notice.text), std::move(notice.url)});
  for (const auto& key : shelves->order())
    view.categories.push_back(card_of(context, key, shelves->articles(key)));
  view.most_read = most_read(context, *shelves);
  for (std::size_t i = 0; i < std::min(kNewestShown, shelves->newest().size()); ++i)
    view.newest.push_back(context.link_to(*shelves->newest()[i]));
  PageEvents(context.center(), context.request(), context.lang()).viewed("/home");
  return context.html(200, page::render(context.center().renderer, view), !view.site.trail.empty());
}

}  // namespace kb

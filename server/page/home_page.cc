#include "server/page/home_page.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "server/page/frame.h"

namespace kb::page {
namespace {

using nlohmann::json;

json card(const Frame& frame, const CategoryCard& category) {
  const bool all_shown = category.article_count <= std::ssize(category.articles);
  json item = {
      {"name", category.name},
      {"url", category.url},
      {"icon", frame.icon(category.icon)},
      {"description", category.description},
      {"articles", frame.links(category.articles)},
      {"all", all_shown ? "" : frame.text("home.all", {{"count", category.article_count}})},
      {"count", category.article_count == 0
                    ? ""
                    : frame.text("category.count", {{"count", category.article_count}})}};
  frame.mark_language(item, "");
  return item;
}

// A date costs 30 µs to word (ICU 72), so only these links have theirs made.
json dated_link(const Frame& frame, const ArticleLink& article) {
  json item = frame.link(article);
  item["date"] = article.updated ? text::format_date(*article.updated, frame.lang()) : "";
  item["iso_date"] = article.updated ? iso_date(*article.updated) : "";
  return item;
}

}  // namespace

std::string render(const Renderer& renderer, const HomePage& page) {
  const Frame frame(renderer, page.site);
  json model =
      frame.model({.description = frame.text("home.description", {{"site", page.site.name}}),
                   .search_in_header = false,
                   .hero = true,
                   .alternates = true});
  json notices = json::array();
  for (const auto& notice : page.notices)
    notices.push_back({{"text", notice.text}, {"url", notice.url}});
  model["has_notices"] = !notices.empty();
  model["notices"] = std::move(notices);
  json categories = json::array();
  for (const auto& category : page.categories) categories.push_back(card(frame, category));
  model["has_categories"] = !categories.empty();
  model["categories"] = std::move(categories);
  model["has_newest"] = !page.newest.empty();
  json newest = json::array();
  for (const auto& article : page.newest) newest.push_back(dated_link(frame, article));
  model["newest"] = std::move(newest);
  model["has_most_read"] = !page.most_read.empty();
  model["most_read"] = frame.links(page.most_read);
  model["has_lists"] = !page.most_read.empty() || !page.newest.empty();
  model["empty"] = page.categories.empty() && page.newest.empty();
  return frame.fill("home", model);
}

}  // namespace kb::page

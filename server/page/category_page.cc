#include "server/page/category_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {

using nlohmann::json;

std::string render(const Renderer& renderer, const CategoryPage& page) {
  const Frame frame(renderer, page.site);
  json groups = json::array();
  std::vector<std::string> keys;
  for (const auto& group : page.groups) {
    for (const auto& article : group.articles)
      for (const auto& badge : article.badges) keys.push_back(badge.key);
    groups.push_back({{"name", group.name}, {"articles", frame.links(group.articles)}});
  }
  json model =
      frame.model({.title = page.name, .description = page.description, .alternates = true});
  model["name"] = page.name;
  model["intro"] = page.description;
  model["icon"] = frame.icon(page.icon);
  const bool empty = page.article_count == 0;
  model["count"] = empty ? "" : frame.text("category.count", {{"count", page.article_count}});
  model["groups"] = std::move(groups);
  frame.add_filter(model, page.filter, keys);
  model["empty"] = empty;
  frame.add_paging(model, page.paging);
  frame.mark_language(model["category"], "");
  return frame.fill("category", model);
}

}  // namespace kb::page

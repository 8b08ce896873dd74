#include "server/page/search_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {
namespace {

using nlohmann::json;

json result_item(const Frame& frame, const Site& site, const SearchResult& result) {
  const bool foreign = !result.lang.empty() && result.lang != site.lang;
  json item = {{"title", result.title},
               {"url", result.url},
               {"section_title", result.section_title},
               {"snippet_html", result.snippet_html},
               {"category", result.category},
               {"has_place", foreign || !result.category.empty() || !result.section_title.empty()},
               {"language", ""}};
  if (foreign) {
    const auto name = text::language_name(result.lang, frame.lang());
    item["language"] = frame.text("search.in_language", {{"language", name}});
  }
  frame.mark_language(item, result.lang);
  return item;
}

json filter_item(const Frame& frame, const CategoryFilter& filter) {
  return {{"name", filter.name},
          {"url", filter.url},
          {"count", text::format_number(filter.count, frame.lang())},
          {"chosen", filter.chosen}};
}

// What the page's heading says: how many there are, or that there are none, or what to do here.
std::string search_heading(const Frame& frame, const SearchPage& page) {
  const std::string& query = page.searched.empty() ? page.site.query : page.searched;
  if (query.empty()) return frame.text("search.title");
  if (page.total == 0) return frame.text("search.none", {{"query", frame.isolated(query)}});
  const auto* key = page.total_is_lower_bound ? "search.more_than" : "search.count";
  return frame.text(key, {{"count", page.total}, {"query", frame.isolated(query)}});
}

std::string title(const Frame& frame, const std::string& query) {
  const auto search = frame.text("search.title");
  return query.empty() ? search : query + " – " + search;
}

}  // namespace

std::string render(const Renderer& renderer, const SearchPage& page) {
  const Frame frame(renderer, page.site);
  json model = frame.model(
      {.title = title(frame, page.site.query), .for_engines = false, .search_in_header = false});
  json results = json::array();
  for (const auto& result : page.results) {
    results.push_back(result_item(frame, page.site, result));
  }
  json filters = json::array();
  for (const auto& filter : page.filters) filters.push_back(filter_item(frame, filter));

  const bool asked = !page.site.query.empty();
  const bool found = asked && page.total > 0;
  model["heading"] = search_heading(frame, page);
  model["no_query"] = !asked;
  model["none"] = asked && !found;
  model["found"] = found;
  const auto own_language = text::language_name(page.site.lang, frame.lang());
  model["watch_url"] = page.watch_url;
  model["only_fallback"] = found && page.only_fallback
                               ? frame.text("search.fallback_only", {{"language", own_language}})
                               : "";
  model["results"] = std::move(results);
  model["has_filters"] = !filters.empty();
  model["filters"] = std::move(filters);
  model["did_you_mean"] = page.did_you_mean.text;
  model["did_you_mean_url"] = page.did_you_mean.url;
  model["showing"] = "";
  if (!page.searched.empty()) {
    model["showing"] = frame.text("search.showing", {{"query", frame.isolated(page.searched)}});
    model["instead"] = frame.text("search.instead", {{"query", frame.isolated(page.site.query)}});
    model["instead_url"] = page.verbatim_url;
  }
  model["has_categories"] = !found && !page.categories.empty();
  model["categories"] = frame.links(page.categories);
  frame.add_paging(model, page.paging);
  return frame.fill("search", model);
}

}  // namespace kb::page

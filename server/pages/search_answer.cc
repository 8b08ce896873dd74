#include <algorithm>
#include <charconv>

#include "core/text/normal_form.h"
#include "server/delivery/watch_answer.h"
#include "server/events/page_events.h"
#include "server/page/search_page.h"
#include "server/pages/answers.h"
#include "server/pages/shelves.h"

namespace kb {
namespace {

constexpr std::size_t kHitsOnPage = 10;
constexpr std::size_t kLastPage = 100;
constexpr std::size_t kLongestEcho = 500;  // bytes of a query that are searched and shown again

// What the address asks for.
struct Asked {
  std::string query;
  std::string category;
  std::size_t page = 1;
  bool verbatim = false;
};

Asked asked_of(const http::Request& request) {
  Asked asked;
  asked.query = text::utf8_prefix(request.param("q"), kLongestEcho);
  asked.category = request.param("category");
  asked.verbatim = request.param("exact") == "1";
  const auto number = request.param("page");
  std::from_chars(number.data(), number.data() + number.size(), asked.page);
  asked.page = std::clamp<std::size_t>(asked.page, 1, kLastPage);
  return asked;
}

Result<index::SearchResults> search(const PageContext& context, index::Searcher& searcher,
                                    const Asked& asked) {
  const auto reader = context.reader();
  index::SearchRequest request{.text = asked.query,
                               .lang = reader.lang,
                               .fallbacks = reader.fallbacks,
                               .category = asked.category,
                               .limit = kHitsOnPage,
                               .offset = (asked.page - 1) * kHitsOnPage,
                               .audience = reader.audience,
                               .now = reader.now,
                               .verbatim = asked.verbatim,
                               .count_categories = true};
  auto found = searcher.search(request);
  if (!found || asked.category.empty()) return found;
  // With a category chosen, the others are offered with what they would give.
  request.category.clear();
  request.limit = 1;
  request.offset = 0;
  auto everywhere = searcher.search(request);
  if (!everywhere) return everywhere;
  found->by_category = std::move(everywhere->by_category);
  return found;
}

page::SearchResult result_of(const PageContext& context, const index::Hit& hit) {
  page::SearchResult result;
  result.title = hit.title;
  result.url = context.urls().article(hit.lang, hit.id, hit.kind,
                                      hit.section ? hit.section->anchor : std::string());
  if (hit.section) result.section_title = hit.section->title;
  result.snippet_html = hit.snippet_html;
  if (!hit.category.empty()) result.category = context.category_name(hit.category);
  result.lang = hit.lang;
  return result;
}

std::vector<page::CategoryFilter> filters_of(const PageContext& context, const Asked& asked,
                                             const index::SearchResults& found) {
  std::vector<page::CategoryFilter> filters;
  for (const auto& [key, count] : found.by_category) {
    if (key.empty()) continue;
    const bool chosen = key == asked.category;
    filters.push_back(
        {context.category_name(key),
         context.urls().search(context.lang(),
                               {asked.query, chosen ? std::string() : key, 1, asked.verbatim}),
         static_cast<std::int64_t>(count), chosen});
  }
  std::stable_sort(filters.begin(), filters.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return filters;
}

// Links lead on with what was searched: by the address of the page alone, without any script.
void carry_search(const PageContext& context, PageEvents& events, const std::string& query_id,
                  std::size_t first_position, page::SearchPage& view) {
  const auto& token = events.token();
  if (token.empty()) return;
  context.carry(view.site, token);
  view.site.query_id = query_id;
  for (std::size_t i = 0; i < view.results.size(); ++i)
    view.results[i].url = with_parameters(
        std::move(view.results[i].url),
        {{"query_id", query_id}, {"position", std::to_string(first_position + i)}, {"t", token}});
  const auto with_trail = [&](std::string& url) {
    if (!url.empty()) url = with_parameters(std::move(url), {{"t", token}});
  };
  for (auto& filter : view.filters) with_trail(filter.url);
  for (auto* url : {&view.verbatim_url, &view.did_you_mean.url, &view.paging.previous_url,
                    &view.paging.next_url})
    with_trail(*url);
}

}  // namespace

http::Response answer_search(const PageContext& context) {
  const Asked asked = asked_of(context.request());
  PageEvents events(context.center(), context.request(), context.lang());
  events.entered_search();
  page::SearchPage view;
  view.site = context.site();
  view.site.query = asked.query;
  view.paging.number = static_cast<std::int64_t>(asked.page);
  if (!asked.query.empty()) {
    auto lease = context.center().searchers.lease();
    if (!lease) return answer_no_index(context);
    const auto found = search(context, *lease, asked);
    const SearchAsked noted{asked.query, asked.category, asked.page};
    if (!found) {
      events.search_failed(noted);
      return answer_search_failed(context, found.error());
    }

    view.total = static_cast<std::int64_t>(std::min(found->total, index::kExactTotal));
    view.total_is_lower_bound = found->total_is_lower_bound;
    for (const auto& hit : found->hits) view.results.push_back(result_of(context, hit));
    view.only_fallback = asked.page == 1 && !found->hits.empty() && found->hits.front().fallback;
    view.filters = filters_of(context, asked, *found);
    const auto at = [&](std::size_t page) {
      return context.urls().search(context.lang(),
                                   {asked.query, asked.category, page, asked.verbatim});
    };
    const auto search_for = [&](const std::string& text, bool verbatim) {
      return context.urls().search(context.lang(), {text, asked.category, 1, verbatim});
    };
    if (found->corrected) {
      view.searched = *found->corrected;
      view.verbatim_url = search_for(asked.query, true);
    }
    if (found->did_you_mean)
      view.did_you_mean = {*found->did_you_mean, search_for(*found->did_you_mean, false)};
    if (asked.page > 1) view.paging.previous_url = at(asked.page - 1);
    if (asked.page < kLastPage && asked.page * kHitsOnPage < found->total)
      view.paging.next_url = at(asked.page + 1);
    const auto query_id = events.searched(noted, *found);
    carry_search(context, events, query_id, (asked.page - 1) * kHitsOnPage + 1, view);
  }
  if (view.results.empty()) {
    view.watch_url = watch_url(context, asked.query);
    const auto shelves = context.shelves();
    for (const auto& key : shelves->order())
      view.categories.push_back(
          {context.category_name(key), context.urls().category(context.lang(), key)});
  }
  return context.html(200, page::render(context.center().renderer, view), !view.site.trail.empty());
}

}  // namespace kb

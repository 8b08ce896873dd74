#include "server/events/page_events.h"

#include <charconv>
#include <cstdint>

#include "core/text/normal_form.h"
#include "server/events/entrance.h"
#include "server/events/events.h"
#include "server/events/product_page.h"
#include "server/json_writer.h"

namespace kb {
namespace {

using store::Action;

constexpr std::size_t kLongestPage = 300;  // bytes of where in the product somebody came from
constexpr std::size_t kMostShown = 10;     // results whose ids are kept
constexpr std::int64_t kLastPosition = 1'000;

// Members that say nothing are left out.
std::string detail_of(const SearchAsked& asked, const index::SearchResults& found) {
  JsonWriter out;
  out.begin('{');
  out.key("shown");
  out.begin('[');
  for (std::size_t i = 0; i < std::min(kMostShown, found.hits.size()); ++i)
    out.value(object_of(found.hits[i]));
  out.end(']');
  if (found.corrected) out.member("corrected", true);
  if (!found.hits.empty() && found.hits.front().fallback) out.member("fallback", true);
  if (!asked.category.empty()) out.member("category", asked.category);
  if (asked.page > 1) out.member("page", asked.page);
  out.end('}');
  return out.take();
}

std::int64_t position_of(const http::Request& request) {
  const auto written = request.param("position");
  std::int64_t position = 0;
  std::from_chars(written.data(), written.data() + written.size(), position);
  return position >= 1 && position <= kLastPosition ? position : 0;
}

}  // namespace

std::string with_parameters(
    std::string url,
    std::initializer_list<std::pair<std::string_view, std::string_view>> parameters) {
  std::string added;
  char separator = url.find('?') == url.npos ? '?' : '&';
  for (const auto& [name, value] : parameters) {
    if (value.empty()) continue;
    added.append(1, separator).append(name).append("=").append(value);
    separator = '&';
  }
  url.insert(std::min(url.find('#'), url.size()), added);
  return url;
}

PageEvents::PageEvents(const HelpCenter& center, const http::Request& request, std::string lang)
    : events_(center.events), center_(center), request_(request), lang_(std::move(lang)) {
  if (!events_) return;
  trail_ = events_->trail_of(request_.param("t"));
  if (const auto id = request_.param("query_id"); events_->is_query_id(id)) query_id_ = id;
  if (const auto from = request_.param("from"); !from.empty())
    trail_.from = text::utf8_prefix(from, kLongestPage);
  carries_ = !trail_.empty() || !query_id_.empty();
}

void PageEvents::viewed(const std::string& object, const std::string& category) {
  if (!events_) return;
  events_->note(request_, {.action = Action::page_viewed,
                           .query_id = query_id_,
                           .lang = lang_,
                           .category = category,
                           .object = object,
                           .outcome = std::string(entrance_of(request_, center_.config.site))});
}

void PageEvents::entered_search() {
  const auto entrance = entrance_of(request_, center_.config.site);
  if (!entrance.empty() && entrance != "inside") viewed("/search");
}

void PageEvents::viewed_article(const std::string& article_lang, const std::string& id,
                                const std::string& category) {
  if (!events_) return;
  const auto object = article_lang + "/" + id;
  viewed(object, category);
  if (!query_id_.empty())
    events_->note(request_, {.action = Action::clicked,
                             .query_id = query_id_,
                             .lang = lang_,
                             .category = category,
                             .object = object,
                             .position = position_of(request_),
                             .detail = click_detail(product_page(trail_.from))});
  if (carries_) trail_.add({TrailStep::Kind::read, article_lang, id});
}

std::string PageEvents::searched(const SearchAsked& asked, const index::SearchResults& found) {
  if (!events_) return request_.request_id;
  query_id_ = events_->new_query_id();
  searched_ = asked.query;
  carries_ = true;
  events_->note(request_, {.action = Action::searched,
                           .query_id = query_id_,
                           .lang = lang_,
                           .category = asked.category,
                           .value = static_cast<std::int64_t>(found.total),
                           .outcome = found.total == 0 ? "none" : "results",
                           .text = asked.query,
                           .detail = detail_of(asked, found)});
  return query_id_;
}

void PageEvents::search_failed(const SearchAsked& asked) {
  if (!events_) return;
  events_->note(request_, {.action = Action::searched,
                           .query_id = events_->new_query_id(),
                           .lang = lang_,
                           .category = asked.category,
                           .outcome = "error",
                           .text = asked.query});
}

void PageEvents::suggested(std::string_view text, std::size_t shown) {
  if (!events_ || text.empty()) return;
  events_->note(request_, {.action = Action::suggested,
                           .lang = lang_,
                           .value = static_cast<std::int64_t>(shown),
                           .text = std::string(text)});
}

const std::string& PageEvents::token() {
  if (!events_ || !token_.empty()) return token_;
  if (!searched_.empty()) {
    trail_.query_id = query_id_;
    trail_.add({TrailStep::Kind::searched, lang_, events_->redacted(searched_, lang_)});
  }
  token_ = events_->seal(trail_);
  return token_;
}

}  // namespace kb

#include "server/contact/contact_trail.h"

#include <algorithm>

#include "core/text/normal_form.h"

namespace kb {
namespace {

constexpr std::size_t kLongestPage = 300;   // bytes of an address
constexpr std::size_t kLongestQuery = 200;  // bytes of a query
constexpr std::size_t kMostSeen = 12;

struct Named {
  std::string lang;
  std::string id;
};

// "pl/billing/refund"
Named split(std::string_view object) {
  const auto slash = object.find('/');
  if (slash == object.npos) return {};
  return {std::string(object.substr(0, slash)), std::string(object.substr(slash + 1))};
}

const index::Row* find_row(const index::Generation& generation, const Named& named) {
  const auto found = generation.find(named.lang, named.id, Audience::everyone);
  return found ? found->row : nullptr;
}

page::ContactStep::Kind kind_of(TrailStep::Kind kind) {
  switch (kind) {
    case TrailStep::Kind::searched:
      return page::ContactStep::Kind::searched;
    case TrailStep::Kind::read:
      return page::ContactStep::Kind::read;
    case TrailStep::Kind::helped:
      return page::ContactStep::Kind::helped;
    case TrailStep::Kind::not_helped:
      return page::ContactStep::Kind::not_helped;
    case TrailStep::Kind::suggested:
      return page::ContactStep::Kind::suggested;
  }
  return page::ContactStep::Kind::searched;
}

// Here as everywhere an article may be named with its language or without.
void add_article(Trail& trail, const PageContext& context, std::string_view article) {
  const Named own{context.lang(), std::string(article)};
  const auto named = find_row(context.generation(), own) ? own : split(article);
  if (find_row(context.generation(), named))
    trail.add({TrailStep::Kind::read, named.lang, named.id});
}

}  // namespace

std::string plain_page(std::string_view url) {
  const bool is_address = url.starts_with("https://") || url.starts_with("http://") ||
                          (url.starts_with('/') && !url.starts_with("//"));
  const bool is_clean = std::ranges::all_of(
      url, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != '<' && c != '"'; });
  if (!is_address || !is_clean) return {};
  return std::string(text::utf8_prefix(url.substr(0, url.find_first_of("?#")), kLongestPage));
}

Trail begun_trail(const PageContext& context, const Events& events) {
  const auto& request = context.request();
  Trail trail = events.trail_of(request);
  trail.at = std::max(trail.at, context.center().clock.now());
  if (auto page = plain_page(request.param("from")); !page.empty())
    trail.from = events.redacted(page, context.lang());
  if (const auto query = text::utf8_prefix(request.param("q"), kLongestQuery); !query.empty())
    trail.add({TrailStep::Kind::searched, context.lang(), events.redacted(query, context.lang())});
  if (!request.param("article").empty()) add_article(trail, context, request.param("article"));
  return trail;
}

Trail checked_trail(Trail told, const PageContext& context, const Events& events) {
  Trail trail;
  if (const auto page = plain_page(told.from); !page.empty())
    trail.from = events.redacted(page, context.lang());
  for (auto& step : told.steps) {
    if (step.kind == TrailStep::Kind::searched)
      step.what = events.redacted(step.what, step.lang);
    else if (!find_row(context.generation(), {step.lang, step.what}))
      continue;
    trail.add(std::move(step));
  }
  trail.at = context.center().clock.now();
  return trail;
}

void add_seen(Trail& trail, const index::Generation& generation,
              const std::vector<std::string>& seen) {
  const auto known = trail.rejected();
  for (std::size_t i = 0; i < std::min(seen.size(), kMostSeen); ++i) {
    const auto named = split(seen[i]);
    if (find_row(generation, named) && std::ranges::find(known, seen[i]) == known.end())
      trail.add({TrailStep::Kind::suggested, named.lang, named.id});
  }
}

std::vector<page::ContactStep> trail_lines(const Trail& trail,
                                           const index::Generation& generation) {
  std::vector<page::ContactStep> lines;
  if (!trail.from.empty()) lines.push_back({page::ContactStep::Kind::from, trail.from});
  for (const auto& step : trail.steps) {
    const bool is_query = step.kind == TrailStep::Kind::searched;
    const auto* row = is_query ? nullptr : find_row(generation, {step.lang, step.what});
    if (is_query || row) lines.push_back({kind_of(step.kind), row ? row->title : step.what});
  }
  return lines;
}

}  // namespace kb

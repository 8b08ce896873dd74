#include "server/pages/page_context.h"

#include <charconv>

#include "core/base/content_hash.h"
#include "server/contact/contact_answer.h"
#include "server/events/events.h"
#include "server/events/page_events.h"
#include "server/pages/category_words.h"
#include "server/security_headers.h"

namespace kb {

PageContext::PageContext(const HelpCenter& center, const http::Request& request, const Route& route,
                         std::shared_ptr<const index::Generation> generation, std::string lang)
    : center_(center),
      request_(request),
      route_(route),
      generation_(std::move(generation)),
      lang_(std::move(lang)) {}

page::Site PageContext::site() const {
  page::Site site;
  const auto& configured = center_.config.site;
  site.name = configured.name;
  site.base_path = configured.base_path;
  site.base_url = origin();
  site.lang = lang_;
  site.default_language = configured.default_language;
  site.home_url = urls().home(lang_);
  site.search_url = urls().search(lang_);
  site.suggest_url = urls().suggestions(lang_);
  if (generation_)
    for (const auto& lang : generation_->languages(center_.audience())) {
      const bool exists = exists_in(lang);
      // Where a category has nothing in it, what there is to browse.
      const bool elsewhere = route_.page == Page::category && !exists;
      site.languages.push_back({lang, elsewhere ? urls().home(lang) : url_in(lang), exists});
    }
  site.feed_url = urls().feed(lang_);
  site.opensearch_url = urls().opensearch(lang_);
  site.preview = center_.preview != nullptr;
  if (site.preview) {
    site.preview_state_url = urls().preview_state();
    site.preview_state = center_.preview->state();
  }
  add_brand(site);
  if (center_.events) {
    site.events_url = urls().events();
    site.privacy_url = urls().privacy(lang_);
    const std::string trail(request_.param("t"));
    if (!center_.events->trail_of(trail).empty()) carry(site, trail);
  }
  return site;
}

void PageContext::add_brand(page::Site& site) const {
  const auto& configured = center_.config.site;
  const auto asset = [&](const std::string& name) {
    return name.empty() ? name : center_.renderer.assets().url(configured.base_path, name);
  };
  site.logo_url = asset(center_.branding.logo);
  site.social_image_url = asset(center_.branding.social_image);
  site.header_links = links_in(configured.header_links, lang_, configured.default_language);
  site.footer_links = links_in(configured.footer_links, lang_, configured.default_language);
  site.notice = text_in(configured.notice, lang_, configured.default_language);
  site.contact_url =
      has_contact_form(center_) ? urls().contact(lang_) : link_in(configured.contact, lang_);
}

void PageContext::carry(page::Site& site, const std::string& trail) const {
  site.trail = trail;
  if (const auto form = urls().contact(lang_); site.contact_url.starts_with(form))
    site.contact_url = with_parameters(form, {{"t", trail}});
}

std::string PageContext::origin() const {
  if (const auto& configured = center_.config.site.base_url; !configured.empty()) return configured;
  if (request_.host.empty()) return {};
  return (request_.secure ? "https://" : "http://") + request_.host;
}

std::shared_ptr<const Shelves> PageContext::shelves() const {
  return center_.shelves.shelves(center_.config, generation_, lang_, center_.audience(),
                                 center_.clock.now());
}

std::string PageContext::url_in(const std::string& lang) const {
  switch (route_.page) {
    case Page::search:
      return urls().search(lang, search_in(lang));
    case Page::category:
      return urls().category(lang, route_.rest);
    case Page::article:
      return urls().article(lang, route_.rest, Kind::article);
    case Page::answer:
      return urls().article(lang, route_.rest, Kind::answer);
    case Page::privacy:
      return urls().privacy(lang);
    case Page::feed:
      return urls().feed(lang);
    case Page::llms:
      return urls().llms(lang);
    case Page::opensearch:
      return urls().opensearch(lang);
    case Page::contact:
      return urls().contact(lang);
    case Page::contact_ticket:
      return urls().contact_ticket(lang, route_.rest);
    default:
      return urls().home(lang);
  }
}

// Another language has other pages of results.
SearchAddress PageContext::search_in(const std::string& lang) const {
  SearchAddress address{std::string(request_.param("q")), std::string(request_.param("category"))};
  const auto page = request_.param("page");
  if (lang == lang_) std::from_chars(page.data(), page.data() + page.size(), address.page);
  return address;
}

bool PageContext::exists_in(const std::string& lang) const {
  const auto now = center_.clock.now();
  if (route_.page == Page::category) {
    const auto shelves =
        center_.shelves.shelves(center_.config, generation_, lang, center_.audience(), now);
    return !shelves->articles(route_.rest).empty();
  }
  if (route_.page != Page::article && route_.page != Page::answer) return true;
  const auto found = generation_->find(lang, route_.rest, center_.audience());
  return found && found->row->alive(now);
}

std::string PageContext::category_name(const std::string& key) const {
  return kb::category_name(center_.config, *generation_, key, lang_);
}

std::string PageContext::category_icon(const std::string& key) const {
  const auto* category = find_category(*generation_, key);
  return category ? category->icon : std::string();
}

std::string PageContext::category_description(const std::string& key) const {
  const auto* category = find_category(*generation_, key);
  return category ? category->description_in(lang_, center_.config.site.default_language)
                  : std::string();
}

page::ArticleLink PageContext::link_to(const index::Row& row) const {
  page::ArticleLink link;
  link.title = row.title;
  link.url = urls().article(lang_, row.id, row.kind);
  link.updated = row.updated;
  link.badges = applies_to_badges(center_.config, *generation_, row.applies_to, lang_);
  return link;
}

std::string PageContext::summary_of(const index::Row& row) const {
  const auto found = generation_->find(lang_, row.id, center_.audience());
  if (!found) return {};
  const auto record =
      generation_->read_record(*found->database, *found->row, index::Generation::Part::head);
  return record ? std::string(record->summary()) : std::string();
}

http::Response PageContext::html(int status, std::string html, bool own) const {
  http::Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.headers =
      page_security_headers(center_.config.server.video_hosts, center_.renderer.style_sources());
  if (center_.preview) response.headers.push_back({"X-Robots-Tag", "noindex, nofollow"});
  if (status == 200) response.etag = content_hash(html);
  response.cache_control = own ? "private, no-cache" : "no-cache";
  response.body = std::move(html);
  return response;
}

}  // namespace kb

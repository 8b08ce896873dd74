#include "server/pages/page_context.h"

#include <charconv>

#include "core/base/content_hash.h"
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
  site.base_url = configured.base_url;
  site.lang = lang_;
  site.default_language = configured.default_language;
  site.home_url = urls().home(lang_);
  site.search_url = urls().search(lang_);
  if (generation_)
    for (const auto& lang : generation_->languages())
      site.languages.push_back({lang, url_in(lang), exists_in(lang)});
  return site;
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
  if (route_.page != Page::article && route_.page != Page::answer) return true;
  const auto found = generation_->find(lang, route_.rest, Audience::everyone);
  return found && found->row->alive(center_.clock.now());
}

std::string PageContext::category_name(const std::string& key) const {
  for (const auto& category : generation_->manifest().categories)
    if (category.key == key) return category.name_in(lang_, center_.config.site.default_language);
  return readable_key(key);
}

std::string PageContext::category_icon(const std::string& key) const {
  for (const auto& category : generation_->manifest().categories)
    if (category.key == key) return category.icon;
  return {};
}

page::ArticleLink PageContext::link_to(const index::Row& row) const {
  return {row.title, urls().article(lang_, row.id, row.kind), {}, {}, row.updated};
}

http::Response PageContext::html(int status, std::string html) const {
  http::Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.headers = page_security_headers(center_.config.server.video_hosts);
  if (status == 200) response.etag = content_hash(html);
  response.cache_control = "no-cache";
  response.body = std::move(html);
  return response;
}

}  // namespace kb

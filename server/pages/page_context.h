// What every page is made from: the request, the live index, the language; and what every page has
// around it.
//
//   PageContext context(center, request, route, generation, "ro");
//   page::HomePage view{.site = context.site()};
//   return context.html(200, page::render(center.renderer, view));
//
// Lives for one request, on one thread.

#pragma once

#include <memory>
#include <string>
#include <utility>

#include "server/help_center.h"
#include "server/http/message.h"
#include "server/page/layout.h"
#include "server/pages/shelves.h"
#include "server/route.h"

namespace kb {

class PageContext {
 public:
  PageContext(const HelpCenter& center, const http::Request& request, const Route& route,
              std::shared_ptr<const index::Generation> generation, std::string lang);

  const HelpCenter& center() const { return center_; }
  const http::Request& request() const { return request_; }
  const Route& route() const { return route_; }
  const std::string& lang() const { return lang_; }
  const Urls& urls() const { return center_.urls; }
  bool has_index() const { return generation_ != nullptr; }
  const index::Generation& generation() const { return *generation_; }
  Reader reader() const { return center_.reader(lang_); }

  page::Site site() const;
  // What happened before goes along with the page's links: to the contact form, to searches.
  void carry(page::Site& site, const std::string& trail) const;
  std::string url_in(const std::string& lang) const;  // this page in another language
  std::string origin() const;  // scheme and host: as configured, else as the request says
  std::shared_ptr<const Shelves> shelves() const;
  std::string category_name(const std::string& key) const;
  std::string category_icon(const std::string& key) const;
  std::string category_description(const std::string& key) const;
  page::ArticleLink link_to(const index::Row& row) const;
  std::string summary_of(const index::Row& row) const;  // of one of shelves()

  // `own`: the page is this visitor's, nobody else's (it carries their trail).
  http::Response html(int status, std::string html, bool own = false) const;

 private:
  void add_brand(page::Site& site) const;
  SearchAddress search_in(const std::string& lang) const;
  bool exists_in(const std::string& lang) const;

  const HelpCenter& center_;
  const http::Request& request_;
  const Route& route_;
  std::shared_ptr<const index::Generation> generation_;
  std::string lang_;
};

}  // namespace kb

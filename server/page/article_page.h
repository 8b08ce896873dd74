// An article, or an approved answer, as the reader sees it.
//
//   ArticlePage page;
//   page.lang = "en";
//   page.html = body.html;       // links already resolved
//   std::string html = render(renderer, page);
//
// Its language may be another than the page's (site.lang): then a notice says so, and the text
// keeps its own language and direction. `html` is trusted: safe, links resolved. Pure and
// thread-safe.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/layout.h"

namespace kb::page {

class Renderer;

struct Heading {
  std::string anchor = {};
  std::string title = {};
  int level = 2;
};

struct ArticlePage {
  Site site = {};  // site.languages: `exists` means that this article exists in that language
  std::string lang = {};  // of the article's text; empty: the page's
  std::string title = {};
  std::string summary = {};
  std::string html = {};  // without the title: headings start at h2
  std::optional<Time> updated = {};
  std::vector<Link> breadcrumb = {};  // from the category down; the page puts the home page first
  std::vector<Heading>
      headings;  // levels 2 and 3 make the table of contents, from three of level 2
  std::vector<ArticleLink> related = {};
  std::vector<std::string> video_hosts = {};  // may be embedded on click: those that the CSP allows
};

std::string render(const Renderer& renderer, const ArticlePage& page);

}  // namespace kb::page

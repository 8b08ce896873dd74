// The front page of one language: the search box, then what there is to browse.
//
//   HomePage page;
//   page.site = site;
//   page.categories = …;
//   std::string html = render(renderer, page);
//
// Without categories and articles it still offers the search box. Pure and thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

struct CategoryCard {
  std::string name = {};
  std::string url = {};
  std::string icon = {};           // a symbol of assets/icons.svg; unknown or empty: "folder"
  std::int64_t article_count = 0;  // all in the category
  std::vector<ArticleLink> articles = {};  // the first few: five read well
  std::string description = {};            // one sentence; may be empty
};

// A topic that the team pinned: what many ask about right now.
struct HomeNotice {
  std::string text = {};
  std::string url = {};  // where it leads; empty: nowhere
};

struct HomePage {
  Site site = {};
  std::vector<HomeNotice> notices = {};
  std::vector<CategoryCard> categories = {};
  std::vector<ArticleLink> newest = {};
  std::vector<ArticleLink> most_read = {};
};

std::string render(const Renderer& renderer, const HomePage& page);

}  // namespace kb::page

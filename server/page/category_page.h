// One category: its articles with their summaries, in groups where it has subfolders.
//
//   CategoryPage page;
//   page.name = "Billing";
//   page.groups.push_back({"", articles});
//   std::string html = render(renderer, page);
//
// A category without articles says so. Pure and thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

struct ArticleGroup {
  std::string name = {};  // of the subfolder; empty for the articles directly in the category
  std::vector<ArticleLink> articles = {};
};

struct CategoryPage {
  Site site = {};
  std::string name = {};
  std::string icon = {};                  // as in CategoryCard
  std::vector<ArticleGroup> groups = {};  // what this page shows of it
  std::int64_t article_count = 0;         // of the whole category
  Paging paging = {};
  std::string description = {};         // one sentence; may be empty
  std::vector<FilterAxis> filter = {};  // what its articles differ by; empty: no filter
};

std::string render(const Renderer& renderer, const CategoryPage& page);

}  // namespace kb::page

// The page for an address where nothing is: says so, and helps to find what was meant.
//
//   NotFoundPage page;
//   page.site.query = words_of_path("/en/a/billing/get-refund.html");      // "billing get refund"
//   std::string html = render(renderer, page);
//
// Pure and thread-safe. The caller answers with status 404.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

struct NotFoundPage {
  Site site = {};                          // site.query fills the search box
  std::vector<ArticleLink> articles = {};  // what may have been meant; may be empty
};

std::string render(const Renderer& renderer, const NotFoundPage& page);

// What a percent-decoded path says in words, to search for: without the language, the route's own
// letters ("a", "c") and file endings. At most 100 bytes.
std::string words_of_path(std::string_view path);

}  // namespace kb::page

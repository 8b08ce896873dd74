// The results of a search, and what to do when there are none.
//
//   SearchPage page;
//   page.site.query = "refund";
//   page.results = …;
//   page.total = 12;
//   std::string html = render(renderer, page);
//
// An empty query shows categories to browse; no results, hints and categories. A search that failed
// is an ErrorPage, never this page without results. Pure and thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

struct SearchResult {
  std::string title = {};
  std::string url = {};            // with the section's anchor, if it lands on one
  std::string section_title = {};  // empty: the article as a whole
  std::string snippet_html = {};   // escaped text with <mark> alone: goes into the page as it is
  std::string category = {};       // its name; may be empty
  std::string lang = {};           // the article's; another than the site's is labelled
};

struct CategoryFilter {
  std::string name = {};
  std::string url = {};  // the same search within it, or without it when it is chosen
  std::int64_t count = 0;
  bool chosen = false;
};

struct SearchPage {
  Site site = {};
  std::vector<SearchResult> results = {};
  std::int64_t total = 0;
  bool total_is_lower_bound = false;
  Link did_you_mean = {};         // "refund" and its search: perhaps better; no text: nothing
  std::string searched = {};      // what was searched instead of the query, which finds nothing
  std::string verbatim_url = {};  // the query itself, all the same
  std::vector<CategoryFilter> filters = {};
  std::vector<Link> categories = {};  // to browse when there is no query or no result
  std::string watch_url = {};         // to be told when there is a result; may be empty
  bool only_fallback = false;         // nothing was found in the reader's own language
  Paging paging = {};
};

std::string render(const Renderer& renderer, const SearchPage& page);

}  // namespace kb::page

// Content for tests of whole builds, and what two indexes of it must have in common.
//
//   write_many(site, 90);
//   site.must_build();  const Contents before = contents_of(site);
//   site.must_build(/*full=*/true);  expect_same(contents_of(site), before);
//
// The same content each time. Searches stop at 100 results: below that many articles a language,
// contents_of() compares them all.

#pragma once

#include <string>
#include <vector>

#include "tests/site_in_folder.h"

namespace kb {

// An article as a file: front matter and text.
std::string article(const std::string& title, const std::string& text);

// Articles in two languages and five categories, enough for several workers.
void write_many(SiteInFolder& site, int files);

// What an index is to its readers, in an order of its own.
struct Contents {
  std::vector<std::string> for_everyone, for_agents, html, found;
};

Contents contents_of(SiteInFolder& site);
void expect_same(const Contents& a, const Contents& b);

}  // namespace kb

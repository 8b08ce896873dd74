// What a page says about itself to search engines: schema.org's Article and BreadcrumbList, as the
// JSON of a <script type="application/ld+json">.
//
//   structured_data({.title = "Get a refund", .url = "https://help.example/en/a/billing/refund"})
//     -> {"@context":"https://schema.org","@graph":[{"@type":"Article","headline":"Get a refund"…
//
// Ends no script and opens no comment whatever the texts hold: "<" is written \u003c. Pure,
// thread-safe.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/layout.h"

namespace kb::page {

struct ArticleFactsForEngines {
  std::string title = {};
  std::string description = {};       // may be empty
  std::string url = {};               // absolute where the site knows its own address
  std::string lang = {};              // of the text
  std::optional<Time> updated = {};   // the day is enough
  std::string publisher = {};         // the site's name
  std::string section = {};           // the category's name; may be empty
  std::string image_url = {};         // may be empty
  std::vector<Link> breadcrumb = {};  // from the home page to the article's category
};

std::string structured_data(const ArticleFactsForEngines& facts);

}  // namespace kb::page

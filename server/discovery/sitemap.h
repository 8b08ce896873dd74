// The list of all pages for search engines (sitemaps.org, protocol 0.9): an index, and parts.
//
//   sitemap_part({{"https://help.example.com/en/a/refund", updated}})    -> "<urlset …"
//   sitemap_index({{"https://help.example.com/sitemaps/en/1.xml", …}})   -> "<sitemapindex …"
//
// A page without a date has no lastmod: a made-up one teaches engines to ignore them all. A part
// holds at most kSitemapPart pages (the protocol allows 50,000). Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace kb {

inline constexpr std::size_t kSitemapPart = 20'000;

struct SitemapEntry {
  std::string url;  // absolute
  std::optional<Time> updated = {};
};

// The pages in their order, at most `most` in each part.
std::vector<std::vector<SitemapEntry>> in_parts(const std::vector<SitemapEntry>& pages,
                                                std::size_t most = kSitemapPart);

std::string sitemap_part(const std::vector<SitemapEntry>& pages);
std::string sitemap_index(const std::vector<SitemapEntry>& parts);

}  // namespace kb

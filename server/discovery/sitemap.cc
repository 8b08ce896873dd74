#include "server/discovery/sitemap.h"

#include <algorithm>

#include "core/base/date.h"
#include "server/discovery/xml_text.h"

namespace kb {
namespace {

std::string sitemap_document(const std::string& root, const std::string& item,
                             const std::vector<SitemapEntry>& entries) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root +
                    " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const auto& entry : entries) {
    xml += "<" + item + ">\n" + xml_element("loc", entry.url);
    if (entry.updated) xml += xml_element("lastmod", iso_date(*entry.updated));
    xml += "</" + item + ">\n";
  }
  return xml + "</" + root + ">\n";
}

}  // namespace

std::vector<std::vector<SitemapEntry>> in_parts(const std::vector<SitemapEntry>& pages,
                                                std::size_t most) {
  std::vector<std::vector<SitemapEntry>> parts;
  for (std::size_t begin = 0; begin < pages.size(); begin += most) {
    const auto end = std::min(begin + most, pages.size());
    parts.emplace_back(pages.begin() + static_cast<std::ptrdiff_t>(begin),
                       pages.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return parts;
}

std::string sitemap_part(const std::vector<SitemapEntry>& pages) {
  return sitemap_document("urlset", "url", pages);
}

std::string sitemap_index(const std::vector<SitemapEntry>& parts) {
  return sitemap_document("sitemapindex", "sitemap", parts);
}

}  // namespace kb

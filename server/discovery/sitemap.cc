#include "server/discovery/sitemap.h"

#include "core/base/date.h"
#include "server/discovery/xml_text.h"

namespace kb {
namespace {

std::string document(const std::string& root, const std::string& item,
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

std::string sitemap_part(const std::vector<SitemapEntry>& pages) {
  return document("urlset", "url", pages);
}

std::string sitemap_index(const std::vector<SitemapEntry>& parts) {
  return document("sitemapindex", "sitemap", parts);
}

}  // namespace kb

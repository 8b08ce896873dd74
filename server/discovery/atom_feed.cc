#include "server/discovery/atom_feed.h"

#include "core/base/date.h"
#include "server/discovery/xml_text.h"

namespace kb {
namespace {

std::string link(const std::string& rel, const std::string& type, const std::string& url) {
  return "<link rel=\"" + rel + "\" type=\"" + type + "\" href=\"" + xml_text(url) + "\"/>\n";
}

std::string entry_xml(const AtomEntry& entry) {
  std::string xml = "<entry>\n" + xml_element("title", entry.title) + xml_element("id", entry.url) +
                    link("alternate", "text/html", entry.url) +
                    xml_element("updated", iso_time(entry.updated));
  if (!entry.summary.empty()) xml += xml_element("summary", entry.summary);
  if (!entry.category.empty()) xml += "<category term=\"" + xml_text(entry.category) + "\"/>\n";
  return xml + "</entry>\n";
}

}  // namespace

std::string atom_feed(const AtomFeed& feed) {
  const Time updated = feed.entries.empty() ? feed.updated : feed.entries.front().updated;
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
      xml_text(feed.lang) + "\">\n" + xml_element("title", feed.title) +
      xml_element("id", feed.url) + link("self", "application/atom+xml", feed.url) +
      link("alternate", "text/html", feed.home_url) + xml_element("updated", iso_time(updated)) +
      "<author>" + xml_element("name", feed.author) + "</author>\n";
  for (const auto& entry : feed.entries) xml += entry_xml(entry);
  return xml + "</feed>\n";
}

}  // namespace kb

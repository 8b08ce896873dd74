#include "server/discovery/xml_text.h"

#include "server/page/html_text.h"

namespace kb {

std::string xml_text(std::string_view text) {
  std::string allowed;
  allowed.reserve(text.size());
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= ' ' || c == '\t' || c == '\n') allowed += c;
  return page::escape_html(allowed);
}

std::string xml_element(std::string_view name, std::string_view text) {
  const std::string tag(name);
  return "<" + tag + ">" + xml_text(text) + "</" + tag + ">\n";
}

}  // namespace kb

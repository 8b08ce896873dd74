// Text as it stands in XML: in elements, and in quoted attributes.
//
//   xml_text("Fish & chips")       -> "Fish &amp; chips"
//   xml_element("title", text)     -> "<title>Fish &amp; chips</title>\n"
//
// Control characters, which XML cannot hold, are left out. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

std::string xml_text(std::string_view text);
std::string xml_element(std::string_view name, std::string_view text);

}  // namespace kb

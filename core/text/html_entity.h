// Character references of HTML.
//
//   append_entity("&eacute;t&eacute;", text)   -> 8, and "é" is added to text
//   append_entity("&nonsense", text)           -> 0: an ampersand like any other
//   without_entities("caf&eacute; &amp; bar")  -> "café & bar"
//   unescaped_html("&nbsp; &amp; bar")         -> "&nbsp; & bar"
//
// Numbers, Latin-1's names and those that mail programs write. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kb::text {

// `html` begins with "&". How many bytes the reference takes.
std::size_t append_entity(std::string_view html, std::string& text);

std::string without_entities(std::string_view html);  // of whoever wrote it

// Of our own writing: what its escaping makes of & < > " and ' is read back, and nothing else.
std::string unescaped_html(std::string_view html);

}  // namespace kb::text

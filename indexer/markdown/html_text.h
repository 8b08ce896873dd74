// Plain text and URLs as they are written into HTML.
//
//   append_html(html, "a < b");                     // "a &lt; b"
//   append_url(html, "images/ä b.svg");             // "images/%C3%A4%20b.svg"
//
// Both are safe in text and in attributes within double quotes; control characters vanish. What
// text_of_html() leaves is plain text, not HTML. Pure functions, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

void append_html(std::string& html, std::string_view text);
void append_url(std::string& html, std::string_view url);

// The words between the tags of raw HTML; nothing of its comments.
std::string text_of_html(std::string_view html);

}  // namespace kb

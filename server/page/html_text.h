// Text as it stands in HTML, for the few places where code writes HTML and not a template.
//
//   escape_html("Fish & \"chips\"")        -> "Fish &amp; &quot;chips&quot;"
//   language_attributes("ar", "en")       -> " lang=\"ar\" dir=\"rtl\"": Arabic words in English
//   text
//
// Escaped text is fit for elements and for quoted attributes. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb::page {

std::string escape_html(std::string_view text);

// Of an element in `lang` that stands in text of `around`; empty where they are the same.
std::string language_attributes(std::string_view lang, std::string_view around);

// "rtl" or "ltr".
std::string direction(std::string_view lang);

}  // namespace kb::page

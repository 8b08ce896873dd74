#include "server/page/html_text.h"

#include "core/text/message.h"

namespace kb::page {

std::string escape_html(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string language_attributes(std::string_view lang, std::string_view around) {
  if (lang == around) return {};
  return " lang=\"" + escape_html(lang) + "\" dir=\"" + direction(lang) + "\"";
}

std::string direction(std::string_view lang) {
  return text::is_right_to_left(lang) ? "rtl" : "ltr";
}

}  // namespace kb::page

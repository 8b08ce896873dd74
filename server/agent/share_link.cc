#include "server/agent/share_link.h"

#include "server/page/html_text.h"

namespace kb {
namespace {

std::string escape_markdown(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>&!~";
  std::string out;
  for (const char c : text) {
    if (kSpecial.find(c) != kSpecial.npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

// Round brackets would end the address early.
std::string markdown_address(std::string_view url) {
  std::string out;
  for (const char c : url) {
    if (c == '(')
      out += "%28";
    else if (c == ')')
      out += "%29";
    else
      out += c;
  }
  return out;
}

}  // namespace

ShareLink share_link(std::string_view url, std::string_view title) {
  return {
      .plain = std::string(url),
      .markdown = "[" + escape_markdown(title) + "](" + markdown_address(url) + ")",
      .html = "<a href=\"" + page::escape_html(url) + "\">" + page::escape_html(title) + "</a>"};
}

}  // namespace kb

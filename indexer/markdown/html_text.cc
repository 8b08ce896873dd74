#include "indexer/markdown/html_text.h"

#include <array>
#include <cstddef>

#include "indexer/markdown/plain_text.h"

namespace kb {
namespace {

enum class Treatment : unsigned char { keep, escape, drop };

constexpr std::array<Treatment, 256> text_treatments() {
  std::array<Treatment, 256> treatments{};
  for (std::size_t c = 0; c < 0x20; ++c) treatments[c] = Treatment::drop;
  treatments[0x7F] = Treatment::drop;
  treatments['\t'] = treatments['\n'] = Treatment::keep;
  for (const char c : {'&', '<', '>', '"'})
    treatments[static_cast<unsigned char>(c)] = Treatment::escape;
  return treatments;
}

constexpr std::array<bool, 256> url_characters() {
  std::array<bool, 256> kept{};
  for (const char c :
       std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                        "-_.+!*(),%#@?=;:/$~"))
    kept[static_cast<unsigned char>(c)] = true;
  return kept;
}

constexpr auto kTextTreatments = text_treatments();
constexpr auto kUrlCharacters = url_characters();

std::string_view entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

}  // namespace

void append_html(std::string& html, std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Treatment treatment = kTextTreatments[static_cast<unsigned char>(text[i])];
    if (treatment == Treatment::keep) continue;
    html.append(text, begin, i - begin);
    if (treatment == Treatment::escape) html += entity(text[i]);
    begin = i + 1;
  }
  html.append(text, begin);
}

void append_url(std::string& html, std::string_view url) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (kUrlCharacters[byte]) {
      html += c;
    } else if (c == '&') {
      html += "&amp;";
    } else if (c == '\'') {
      html += "&#x27;";
    } else if (kTextTreatments[byte] != Treatment::drop && c != '\t' && c != '\n') {
      html += '%';
      html += kHex[byte >> 4];
      html += kHex[byte & 15];
    }
  }
}

std::string text_of_html(std::string_view html) {
  PlainText text;
  if (html.starts_with("<!") || html.starts_with("<?")) return {};
  while (!html.empty()) {
    const std::size_t tag = html.find('<');
    text.add(html.substr(0, tag));
    const std::size_t end = tag == html.npos ? tag : html.find('>', tag);
    if (end == html.npos) break;
    text.add_space();
    html.remove_prefix(end + 1);
  }
  return text.take();
}

}  // namespace kb

#include "server/delivery/mail_encoding.h"

#include <algorithm>
#include <cstdint>

namespace kb {
namespace {

constexpr std::size_t kLongestPlain = 60;  // characters of a header's text that is not folded
constexpr std::size_t kBytesInFirst = 39;  // of an encoded word that a header's name stands before
constexpr std::size_t kBytesInWord = 45;   // which are 60 in base64: 72 with "=?UTF-8?B?" and "?="
constexpr std::size_t kLongestLine = 75;   // before the "=" that a soft line break is

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}
bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i)
      three = three << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      out += at + i <= bytes.size() ? kDigits[three >> (18 - 6 * i) & 63] : '=';
  }
  return out;
}

// Each word holds whole characters.
std::string encoded_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto size = std::min(out.empty() ? kBytesInFirst : kBytesInWord, text.size());
    while (size > 1 && size < text.size() && continues_character(text[size])) --size;
    out.append(out.empty() ? "" : "\r\n ").append("=?UTF-8?B?");
    out.append(base64(text.substr(0, size))).append("?=");
    text.remove_prefix(size);
  }
  return out;
}

bool stands_plainly(std::string_view text) {
  return text.size() <= kLongestPlain && std::ranges::all_of(text, is_ascii) &&
         text.find("=?") == std::string_view::npos;
}

std::string quoted_phrase(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string escaped(char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'=', kDigits[byte >> 4], kDigits[byte & 15]};
}

// One line of text, over as many lines as it needs; a space at its end would be lost on the way.
void add_line(std::string& out, std::string_view line) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const bool at_end = at + 1 == line.size();
    const bool plain = c == ' ' || c == '\t' ? !at_end : c > ' ' && c < 0x7f && c != '=';
    const auto piece = plain ? std::string(1, c) : escaped(c);
    if (width + piece.size() > kLongestLine) {
      out += "=\r\n";
      width = 0;
    }
    out += piece;
    width += piece.size();
  }
}

}  // namespace

std::string without_controls(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(out, is_control, ' ');
  return out;
}

std::string header_text(std::string_view text) {
  const auto line = without_controls(text);
  return stands_plainly(line) ? line : encoded_words(line);
}

std::string header_phrase(std::string_view text) {
  const auto line = without_controls(text);
  return stands_plainly(line) ? quoted_phrase(line) : encoded_words(line);
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    add_line(out, line);
    if (end < text.size()) out += "\r\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace kb

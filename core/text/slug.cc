#include "core/text/slug.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace kb::text {
namespace {

bool is_word_character(UChar32 c) {
  if (c < 0x80)
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

bool is_gap(UChar32 c) {
  return c == ' ' || c == '-' || (c >= 0x80 && u_isUWhiteSpace(c));
}

// The character at `i`, negative where it is none, and `i` moved behind it.
UChar32 next_character(std::string_view text, std::size_t& i) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT(bytes, i, text.size(), c);
  return c;
}

void append_letter(std::string& text, UChar32 c) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, c);
  text.append(bytes.data(), size);
}

}  // namespace

std::string slug(std::string_view text) {
  std::string name;
  bool gap = false;
  for (std::size_t i = 0; i < text.size() && name.size() < kLongestSlug;) {
    const UChar32 c = next_character(text, i);
    if (c < 0) continue;
    if (is_gap(c)) {
      gap = true;
    } else if (is_word_character(c)) {
      if (gap && !name.empty()) name += '-';
      gap = false;
      append_letter(name, u_tolower(c));
    }
  }
  return name;
}

bool is_slug(std::string_view text) {
  if (text.empty() || text.size() > kLongestSlug) return false;
  for (std::size_t i = 0; i < text.size();) {
    const UChar32 c = next_character(text, i);
    if (c < 0 || (!is_word_character(c) && c != '-' && c != '.')) return false;
  }
  return true;
}

}  // namespace kb::text

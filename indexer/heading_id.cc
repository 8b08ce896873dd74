#include "indexer/heading_id.h"

#include <unicode/uchar.h>

#include <cstddef>

namespace kb {
namespace {

constexpr std::size_t kLongestId = 160;  // bytes, before the number

bool is_word_character(UChar32 c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

bool is_gap(UChar32 c) {
  return c == ' ' || c == '-' || (c >= 0x80 && u_isUWhiteSpace(c));
}

UChar32 lower(UChar32 c) {
  if (c >= 'A' && c <= 'Z') return c + ('a' - 'A');
  return c < 0x80 ? c : u_tolower(c);
}

// The character at `i` of valid UTF-8, and `i` moved behind it.
UChar32 next_character(std::string_view text, std::size_t& i) {
  const auto byte = static_cast<unsigned char>(text[i++]);
  if (byte < 0x80) return byte;
  UChar32 c = byte >= 0xF0 ? byte & 0x07 : byte >= 0xE0 ? byte & 0x0F : byte & 0x1F;
  while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80)
    c = (c << 6) | (static_cast<unsigned char>(text[i++]) & 0x3F);
  return c;
}

void append(std::string& text, UChar32 c) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    tail(6), tail(0);
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    tail(12), tail(6), tail(0);
  }
}

std::string slug(std::string_view title) {
  std::string id;
  bool gap = false;
  for (std::size_t i = 0; i < title.size() && id.size() < kLongestId;) {
    const UChar32 c = lower(next_character(title, i));
    if (is_gap(c)) {
      gap = true;
    } else if (is_word_character(c)) {
      if (gap && !id.empty()) id += '-';
      gap = false;
      append(id, c);
    }
  }
  return id.empty() ? "section" : id;
}

}  // namespace

bool is_heading_id(std::string_view id) {
  if (id.empty() || id.size() > kLongestId) return false;
  for (std::size_t i = 0; i < id.size();) {
    const UChar32 c = lower(next_character(id, i));
    if (!is_word_character(c) && c != '-' && c != '.') return false;
  }
  return true;
}

std::string HeadingIds::claim(std::string_view wanted) {
  std::string id(wanted);
  if (last_number_.try_emplace(id, 0).second) return id;
  // References into an unordered_map stay valid while it grows.
  int& number = last_number_[id];
  for (;;) {
    std::string numbered = id + "-" + std::to_string(++number);
    if (last_number_.try_emplace(numbered, 0).second) return numbered;
  }
}

std::string HeadingIds::generate(std::string_view title) {
  return claim(slug(title));
}

}  // namespace kb

#include "core/redact/letter.h"

#include <algorithm>
#include <iterator>

namespace kb::redact {
namespace {

// U+00C0 to U+017F without marks; '*' is no letter.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo*ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin.size() == 0x180 - 0xC0);

// Blocks of symbols between the letters.
bool is_symbol(char32_t c) {
  return (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) ||
         (c >= 0xE000 && c < 0xF900) || (c >= 0xFE00 && c < 0xFE70) || c >= 0xFFF0;
}

char32_t lower_of(char32_t c) {
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if ((c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F))
    return c | 1U;
  return c;
}

char32_t without_mark(char32_t c) {
  constexpr struct {
    char32_t marked, plain;
  } kMarked[] = {{U'ё', U'е'}, {U'й', U'и'}, {U'ά', U'α'}, {U'έ', U'ε'}, {U'ή', U'η'},
                 {U'ί', U'ι'}, {U'ό', U'ο'}, {U'ύ', U'υ'}, {U'ώ', U'ω'}, {U'ς', U'σ'}};
  for (const auto& pair : kMarked)
    if (pair.marked == c) return pair.plain;
  return c;
}

std::size_t write_utf8(char* out, char32_t c) {
  std::size_t size = 0;
  const auto byte = [&](char32_t bits) { out[size++] = static_cast<char>(bits); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      byte(0xE0 | c >> 12);
    } else {
      byte(0xF0 | c >> 18);
      byte(0x80 | (c >> 12 & 0x3F));
    }
    byte(0x80 | (c >> 6 & 0x3F));
  }
  if (c >= 0x80) byte(0x80 | (c & 0x3F));
  return size;
}

}  // namespace

Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  };
  const char32_t first = byte(at);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {(first & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2};
  if (first < 0xF0)
    return {(first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F), 3};
  return {(first & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 |
              (byte(at + 3) & 0x3F),
          4};
}

Letter letter_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return letter_at(text, begin);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  return c != 0xD7 && c != 0xF7 && !is_symbol(c);
}

bool is_capital(char32_t c) {
  if (c < 0x80) return is_ascii_capital(static_cast<char>(c));
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (c == 0x178 || (c >= 0x139 && c < 0x149) || (c >= 0x179 && c < 0x17F))
    return c == 0x178 || (c & 1U) == 1;
  if (c < 0x178 || (c >= 0x218 && c < 0x21C)) return (c & 1U) == 0;
  if (c >= 0x386 && c < 0x390) return true;
  return lower_of(c) != c;
}

std::size_t write_folded(char* out, char32_t c) {
  if (c < 0x80)
    *out = lower(static_cast<char>(c));
  else if (c >= 0xC0 && c < 0x180)
    *out = kLatin[c - 0xC0];
  else if (c >= 0x218 && c < 0x21C)
    *out = c < 0x21A ? 's' : 't';
  else
    return write_utf8(out, without_mark(lower_of(c)));
  return 1;
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Letter letter = letter_at(text, i);
    char bytes[4];
    out.append(bytes, write_folded(bytes, letter.code));
    i += letter.size;
  }
  return out;
}

}  // namespace kb::redact

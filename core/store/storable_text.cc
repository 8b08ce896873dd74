#include "core/store/storable_text.h"

#include <algorithm>
#include <string_view>

namespace kb::store {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

bool is_plain(char byte) {
  return byte > 0;  // ASCII but for zero
}

// Bytes of the well-formed character at the beginning; 0: there is none. Neither longer forms than
// needed, nor surrogates, nor beyond U+10FFFF.
std::size_t character_size(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto follows = [&](std::size_t i, unsigned from = 0x80, unsigned to = 0xBF) {
    return byte(i) >= from && byte(i) <= to;
  };
  const unsigned first = byte(0);
  if (first > 0 && first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool second = follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
    return second && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool second = follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
    return second && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string storable(std::string text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) return text;
  std::string kept;
  kept.reserve(text.size());
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t size = character_size(rest);
    kept.append(size > 0 ? rest.substr(0, size) : kReplacement);
    rest.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return kept;
}

}  // namespace kb::store

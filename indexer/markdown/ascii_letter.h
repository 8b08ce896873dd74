// The letters of markup, which is ASCII in all languages: names of tags, attributes and schemes.
//
//   is_ascii_letter('ł')     // false for each of its bytes
//   ascii_lower('H')         // 'h'; what is no capital stays as it is
//
// Pure functions, free of the locale.

#pragma once

namespace kb {

constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace kb

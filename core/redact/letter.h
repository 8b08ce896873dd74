// Letters as scanners see them: is it one, is it a capital, what is it without its marks.
//
//   letter_at("Ș", 0)            -> {U+0218, 2 bytes}
//   folded("Große Straße")       -> "grose strase"     folded("Здравствуйте") -> "здравствуите"
//
// Covers Latin, Greek and Cyrillic by tables of its own (it runs on every letter of every ticket);
// letters of other scripts are letters without case. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kb::redact {

struct Letter {
  char32_t code = 0;
  std::uint32_t size = 1;  // bytes
};

// The character that starts at byte `at` of valid UTF-8.
Letter letter_at(std::string_view text, std::size_t at);
// The one that ends before byte `at`, which is not 0.
Letter letter_before(std::string_view text, std::size_t at);

bool is_letter(char32_t code);
bool is_capital(char32_t code);

// Writes the letter in lower case and without marks, as words are looked up: at most 4 bytes, whose
// number is returned.
std::size_t write_folded(char* out, char32_t code);
std::string folded(std::string_view text);

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_ascii_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_alphanumeric(char c) {
  return is_digit(c) || is_ascii_letter(c);
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

}  // namespace kb::redact

// Unicode normal forms of UTF-8 text (Unicode Standard Annex #15), by ICU.
//
//   nfc("e\u0301")                -> "é"          what texts are stored in
//   nfd("é")                      -> "e\u0301"    what letters are made of
//   caseless("Ｆull ＳТRAßE")      -> "full strasse"-like NFKC_Casefold, what words are compared in
//
// Invalid UTF-8 becomes U+FFFD. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb::text {

std::string nfc(std::string_view text);
std::string nfd(std::string_view text);
std::string caseless(std::string_view text);

// By code points, for what looks at single letters.
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

bool is_valid_utf8(std::string_view text);

// The longest prefix of at most `bytes` bytes that does not cut a character in two.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

}  // namespace kb::text

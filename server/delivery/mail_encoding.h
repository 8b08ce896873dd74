// Text of any language in the ASCII of mails: encoded words in headers (RFC 2047), quoted-printable
// in bodies (RFC 2045).
//
//   header_text("Zwrot kosztów")      -> "=?UTF-8?B?Wndyb3Qga29zenTDs3c=?="
//   header_phrase("Help, Inc.")       -> "\"Help, Inc.\"", as stands before an address
//   quoted_printable("1 = 1, så där") -> "1 =3D 1, s=C3=A5 d=C3=A4r"
//
// Control characters become spaces, so that no text begins a header of its own. Text that is not
// UTF-8 is encoded byte by byte, and read as it may be. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

std::string header_text(std::string_view text);    // folded: "\r\n " between encoded words
std::string header_phrase(std::string_view text);  // likewise
std::string quoted_printable(std::string_view text);
std::string without_controls(std::string_view text);  // of a header that programs read: ASCII

}  // namespace kb

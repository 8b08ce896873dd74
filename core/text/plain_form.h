// A copy of a text in which look-alikes are one, for scanners of ASCII forms, and the way back.
//
//   PlainForm plain = plain_form("ａｎｎａ＠ｍａｉｌ.example");
//   plain.text                                         // "anna@mail.example"
//   plain.original({0, 4})                             // the bytes of "ａｎｎａ"
//
// Compatibility forms are composed (NFKC), every digit is ASCII, every space ' ', every dash '-',
// every apostrophe '\'', and invisible characters are gone. Case stays. A byte that is no UTF-8
// becomes U+FFFD. What is to be compared or stored rather than found again needs no way back: that
// is normal_form.h. Pure, thread-safe; texts of less than 4 GB.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kb::text {

struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const ByteRange&) const = default;
};

struct PlainForm {
  // Bytes of `text` that stand for other bytes of the original; between two edits they are equal.
  struct Edit {
    std::uint32_t begin, end;
    std::uint32_t original_begin, original_end;
  };

  std::string text;
  std::vector<Edit> edits;

  // Whole characters of the original that a range of `text` was made from.
  ByteRange original(ByteRange range) const;
};

PlainForm plain_form(std::string_view text);

}  // namespace kb::text

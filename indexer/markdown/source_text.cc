#include "indexer/markdown/source_text.h"

#include <array>
#include <cstddef>
#include <cstdio>

namespace kb {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

unsigned char byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// The length of the UTF-8 sequence at `i` (Unicode's table 3-7), 0 if there is none.
std::size_t sequence_length(std::string_view text, std::size_t i) {
  const unsigned char lead = byte_at(text, i);
  if (lead < 0x80) return 1;
  std::size_t length = 0;
  unsigned char low = 0x80, high = 0xBF;  // what the second byte may be
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  }
  if (length == 0 || i + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k) {
    const unsigned char next = byte_at(text, i + k);
    if (next < low || next > high) return 0;
    low = 0x80, high = 0xBF;
  }
  return length;
}

bool is_dropped_control(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
}

// Bytes that need no look of their own.
bool is_plain(unsigned char c) {
  return c >= 0x20 && c < 0x7F;
}

Error not_utf8(unsigned char byte, int line, std::size_t column) {
  std::array<char, 80> what{};
  std::snprintf(what.data(), what.size(), "not UTF-8: byte 0x%02X at byte %zu of the line", byte,
                column);
  return {what.data(), line_place(line), "save the file as UTF-8"};
}

}  // namespace

std::string line_place(int line) {
  return ":" + std::to_string(line);
}

Result<SourceText> clean_source(std::string_view bytes, int first_line) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  SourceText source;
  source.text.reserve(bytes.size() + 1);
  int line = first_line;
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t end = i;
    while (end < bytes.size() && is_plain(byte_at(bytes, end))) ++end;
    source.text.append(bytes, i, end - i);
    if ((i = end) == bytes.size()) break;

    const std::size_t length = sequence_length(bytes, i);
    if (length == 0) return fail(not_utf8(byte_at(bytes, i), line, i - line_begin + 1));
    if (bytes[i] == '\r' || bytes[i] == '\n') {
      i += bytes.substr(i).starts_with("\r\n") ? 2 : 1;
      source.text += '\n';
      ++line;
      line_begin = i;
      continue;
    }
    if (bytes[i] == '\0') {
      if (source.problems.empty())
        source.problems.push_back(
            {"a NUL byte in the text", line_place(line), "save the file as plain text in UTF-8"});
      source.text += kReplacement;
    } else if (!is_dropped_control(byte_at(bytes, i))) {
      source.text.append(bytes, i, length);
    }
    i += length;
  }
  return source;
}

}  // namespace kb

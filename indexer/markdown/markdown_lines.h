// Where Markdown's lines stand before any of it is parsed: in which quotes and lists, inside a code
// fence or not. What rewrites a source line by line asks here what it may touch.
//
//   for (const MarkdownLine& line : scan_lines("> ```\n> :::agents\n> ```\n")) …
//                                      // depth 1; fence_open, fence_body, fence_close; all
//                                      `closed`
//
// Follows CommonMark's rules for containers, fences and comments; lazy continuations count as
// outside, and other HTML is text. Linear in the source. A pure function, thread-safe.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kb {

inline constexpr int kDeepestNesting = 60;  // deeper containers are not told apart

struct MarkdownLine {
  enum class Kind : unsigned char {
    blank,
    text,
    comment,  // the lines of a block `<!-- … -->`
    indented_code,
    fence_open,
    fence_body,
    fence_close
  };

  std::size_t begin = 0;    // offset of its first byte
  std::size_t end = 0;      // offset after its last byte, without the newline
  std::size_t content = 0;  // offset after quote marks, list markers and indentation
  int indent = 0;           // columns of indentation before the content, inside its container
  int depth = 0;            // quotes and list items around it
  Kind kind = Kind::blank;
  bool closed = false;  // of a fence's lines: the fence has an end

  bool in_fence() const { return kind >= Kind::fence_open; }
  bool is_code() const { return kind >= Kind::indented_code; }
  std::string_view text(std::string_view source) const { return source.substr(begin, end - begin); }
  std::string_view content_of(std::string_view source) const {
    return source.substr(content, end - content);
  }
};

std::vector<MarkdownLine> scan_lines(std::string_view source);

}  // namespace kb

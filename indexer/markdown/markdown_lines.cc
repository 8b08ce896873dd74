#include "indexer/markdown/markdown_lines.h"

#include <algorithm>

namespace kb {
namespace {

using LineKind = MarkdownLine::Kind;

constexpr int kTabStop = 4;
constexpr int kCodeIndent = 4;  // columns from which indented text is code

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Container {
  bool quote = false;
  int width = 0;  // of a list item: columns its continuation lines are indented by
};

struct Fence {
  char mark = 0;  // 0: none is open
  std::size_t length = 0;
  std::size_t opened_at = 0;  // index of its first line
};

// Reads a line from left to right, in columns (a tab goes to the next multiple of 4).
class Cursor {
 public:
  explicit Cursor(std::string_view line) : line_(line) { skip_blanks(); }

  bool at_end() const { return at_ == line_.size(); }
  int indent() const { return column_ - base_; }  // of the next character, inside its container
  std::size_t offset() const { return at_; }
  std::string_view rest() const { return line_.substr(at_); }

  void enter(int columns) { base_ += columns; }

  // Passes `marker` characters and the one column of blank that belongs to them.
  void pass_marker(std::size_t marker) {
    at_ += marker;
    column_ += static_cast<int>(marker);
    base_ = column_;
    skip_blanks();
  }

 private:
  void skip_blanks() {
    for (; at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t'); ++at_)
      column_ += line_[at_] == '\t' ? kTabStop - column_ % kTabStop : 1;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  int column_ = 0;
  int base_ = 0;  // the column at which the innermost container's content begins
};

std::size_t run_length(std::string_view text, char c) {
  return std::min(text.find_first_not_of(c), text.size());
}

bool is_thematic_break(std::string_view text) {
  const char mark = text.empty() ? '\0' : text.front();
  if (mark != '*' && mark != '-' && mark != '_') return false;
  int marks = 0;
  for (const char c : text) {
    if (c == mark) ++marks;
    if (c != mark && c != ' ' && c != '\t') return false;
  }
  return marks >= 3;
}

// The length of the list marker that `text` begins with, 0 if none.
std::size_t list_marker(std::string_view text, bool in_paragraph) {
  std::size_t length = 0;
  if (text.empty()) return 0;
  if (text.front() == '-' || text.front() == '+' || text.front() == '*') {
    if (is_thematic_break(text)) return 0;
    length = 1;
  } else {
    while (length < text.size() && length < 9 && is_digit(text[length])) ++length;
    if (length == 0 || length == text.size()) return 0;
    if (text[length] != '.' && text[length] != ')') return 0;
    if (in_paragraph && text.substr(0, length) != "1") return 0;
    ++length;
  }
  if (length == text.size()) return in_paragraph ? 0 : length;
  return text[length] == ' ' || text[length] == '\t' ? length : 0;
}

class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) {}

  std::vector<MarkdownLine> scan() {
    lines_.reserve(source_.size() / 32 + 1);
    for (std::size_t begin = 0; begin < source_.size();) {
      const std::size_t end = std::min(source_.find('\n', begin), source_.size());
      scan_line(begin, end);
      begin = end + 1;
    }
    return std::move(lines_);
  }

 private:
  void scan_line(std::size_t begin, std::size_t end) {
    Cursor cursor(source_.substr(begin, end - begin));
    continue_containers(cursor);
    if (fence_.mark == 0 && !in_comment_) open_containers(cursor);

    MarkdownLine line;
    line.begin = begin;
    line.end = end;
    line.content = begin + cursor.offset();
    line.indent = std::max(cursor.indent(), 0);
    line.depth = static_cast<int>(containers_.size());
    line.kind = kind_of(cursor);
    in_paragraph_ = line.kind == LineKind::text && !is_block_of_its_own(cursor.rest());
    lines_.push_back(line);
    if (line.kind == LineKind::fence_close) close_fence();
  }

  // Drops the containers that this line does not continue, and the fence inside them.
  void continue_containers(Cursor& cursor) {
    std::size_t kept = 0;
    for (; kept < containers_.size(); ++kept) {
      const Container& container = containers_[kept];
      if (container.quote) {
        if (cursor.indent() >= kCodeIndent || !cursor.rest().starts_with('>')) break;
        pass_quote(cursor);
      } else if (cursor.at_end()) {
        continue;
      } else if (cursor.indent() >= container.width) {
        cursor.enter(container.width);
      } else {
        break;
      }
    }
    if (kept == containers_.size()) return;
    containers_.resize(kept);
    fence_ = {};
    in_comment_ = false;
  }

  void open_containers(Cursor& cursor) {
    while (!cursor.at_end() && cursor.indent() < kCodeIndent &&
           containers_.size() <= static_cast<std::size_t>(kDeepestNesting)) {
      if (cursor.rest().starts_with('>')) {
        pass_quote(cursor);
        containers_.push_back({true, 0});
      } else if (const std::size_t marker = list_marker(cursor.rest(), in_paragraph_); marker > 0) {
        const int before = cursor.indent();
        cursor.pass_marker(marker);
        // Five columns and more are one, and then indented code.
        const bool plain = !cursor.at_end() && cursor.indent() <= kCodeIndent;
        const int blank = plain ? cursor.indent() : 1;
        cursor.enter(cursor.at_end() ? 0 : blank);
        containers_.push_back({false, before + static_cast<int>(marker) + blank});
      } else {
        return;
      }
      in_paragraph_ = false;
    }
  }

  static void pass_quote(Cursor& cursor) {
    cursor.pass_marker(1);
    if (cursor.indent() > 0) cursor.enter(1);
  }

  LineKind kind_of(const Cursor& cursor) {
    const std::string_view rest = cursor.rest();
    if (fence_.mark != 0) return ends_fence(cursor) ? LineKind::fence_close : LineKind::fence_body;
    if (in_comment_ || is_comment(cursor)) {
      in_comment_ = rest.find("-->") == rest.npos;
      return LineKind::comment;
    }
    if (rest.empty()) return LineKind::blank;
    if (cursor.indent() >= kCodeIndent)
      return in_paragraph_ ? LineKind::text : LineKind::indented_code;
    return opens_fence(rest) ? LineKind::fence_open : LineKind::text;
  }

  static bool is_comment(const Cursor& cursor) {
    return cursor.indent() < kCodeIndent && cursor.rest().starts_with("<!--");
  }

  bool opens_fence(std::string_view rest) {
    const char mark = rest.front();
    if (mark != '`' && mark != '~') return false;
    const std::size_t length = run_length(rest, mark);
    if (length < 3 || (mark == '`' && rest.find('`', length) != rest.npos)) return false;
    fence_ = {mark, length, lines_.size()};
    return true;
  }

  bool ends_fence(const Cursor& cursor) const {
    const std::string_view rest = cursor.rest();
    const std::size_t length = run_length(rest, fence_.mark);
    return cursor.indent() < kCodeIndent && length >= fence_.length &&
           rest.find_first_not_of(" \t", length) == rest.npos;
  }

  void close_fence() {
    for (std::size_t i = fence_.opened_at; i < lines_.size(); ++i) lines_[i].closed = true;
    fence_ = {};
  }

  // After these, indented text is code and not their continuation.
  static bool is_block_of_its_own(std::string_view rest) {
    const std::size_t hashes = run_length(rest, '#');
    const bool heading = hashes >= 1 && hashes <= 6 &&
                         (hashes == rest.size() || rest[hashes] == ' ' || rest[hashes] == '\t');
    return heading || is_thematic_break(rest);
  }

  std::string_view source_;
  std::vector<MarkdownLine> lines_;
  std::vector<Container> containers_;
  Fence fence_;
  bool in_comment_ = false;
  bool in_paragraph_ = false;
};

}  // namespace

std::vector<MarkdownLine> scan_lines(std::string_view source) {
  return Scanner(source).scan();
}

}  // namespace kb

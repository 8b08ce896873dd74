#include "indexer/markdown/agents_blocks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "indexer/markdown/container_line.h"
#include "indexer/markdown/markdown_lines.h"

namespace kb {
namespace {

using LineKind = MarkdownLine::Kind;

// Blanks that look like a space or like nothing: tab, space, no-break space, zero-width space and
// joiners, byte order mark, ideographic space.
constexpr std::array<std::string_view, 7> kAroundLines = {
    " ", "\t", "\xC2\xA0", "\xE2\x80\x8B", "\xE2\x80\x8D", "\xEF\xBB\xBF", "\xE3\x80\x80"};

bool drop_blank(std::string_view& line) {
  for (const std::string_view blank : kAroundLines)
    if (line.starts_with(blank)) {
      line.remove_prefix(blank.size());
      return true;
    }
  return false;
}

bool drop_list_marker(std::string_view& line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view after = line.substr(digits);
  const std::string_view marks = digits == 0 ? "-+*>" : ".)";
  if (after.empty() || marks.find(after.front()) == marks.npos) return false;
  line.remove_prefix(digits + 1);
  return true;
}

// A line without what may stand before a container's colons, more generous than Markdown is.
std::string_view without_prefix(std::string_view line) {
  while (drop_blank(line) || drop_list_marker(line)) {
  }
  return line;
}

class Stripper {
 public:
  Stripper(std::string_view source, FencedAgents fenced)
      : source_(source), fenced_(fenced), lines_(scan_lines(source)) {}

  PublicSource strip() {
    result_.text.reserve(source_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!hides(i)) result_.text += lines_[i].text(source_);
      if (lines_[i].end < source_.size()) result_.text += '\n';
    }
    if (!open_.empty()) result_.unclosed_line = opened_at_;
    return std::move(result_);
  }

 private:
  bool hides(std::size_t i) {
    const MarkdownLine& line = lines_[i];
    const auto container = parse_container_line(without_prefix(line.text(source_)));
    const bool example = line.in_fence() && line.closed;
    if (!open_.empty()) {
      if (container && !example) nest(*container, line);
      return true;
    }
    if (!container || !container->is_agents()) return false;
    if (example && fenced_ == FencedAgents::keep && ends_in_fence(i)) {
      note_example(i);
      return false;
    }
    result_.has_agents_blocks = true;
    opened_at_ = static_cast<int>(i);
    opened_in_code_ = line.kind == LineKind::indented_code;
    open_.push_back(container->colons);
    return true;
  }

  // An example shows the whole block. Where the end is missing, an earlier fence was forgotten open
  // and ends at one that belongs to what is hidden.
  bool ends_in_fence(std::size_t i) const {
    std::vector<std::size_t> open;
    for (; lines_[i].kind == LineKind::fence_body; ++i) {
      const auto container = parse_container_line(without_prefix(lines_[i].text(source_)));
      if (!container) continue;
      if (!container->closes)
        open.push_back(container->colons);
      else if (container->colons >= open.back())
        open.pop_back();
      if (open.empty()) return true;
    }
    return false;
  }

  void nest(const ContainerLine& container, const MarkdownLine& line) {
    if (line.kind == LineKind::indented_code && !opened_in_code_) return;
    if (!container.closes)
      open_.push_back(container.colons);
    else if (container.colons >= open_.back())
      open_.pop_back();
  }

  void note_example(std::size_t i) {
    std::size_t first = i, last = i;
    while (lines_[first].kind != LineKind::fence_open) --first;
    while (lines_[last].kind != LineKind::fence_close) ++last;
    const LineRange fence{static_cast<int>(first), static_cast<int>(last)};
    if (result_.examples.empty() || result_.examples.back() != fence)
      result_.examples.push_back(fence);
  }

  std::string_view source_;
  FencedAgents fenced_;
  std::vector<MarkdownLine> lines_;
  PublicSource result_;
  std::vector<std::size_t> open_;  // colons of the agents block and of the containers in it
  int opened_at_ = 0;
  bool opened_in_code_ = false;
};

}  // namespace

PublicSource strip_agents_blocks(std::string_view source, FencedAgents fenced) {
  if (source.find(":::") != source.npos) return Stripper(source, fenced).strip();
  PublicSource all;
  all.text = source;
  return all;
}

}  // namespace kb

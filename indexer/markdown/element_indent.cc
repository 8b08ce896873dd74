#include "indexer/markdown/element_indent.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/markdown/markup_tag.h"

namespace kb {
namespace {

using std::string_view;

constexpr auto kVoidElements =
    std::to_array<string_view>({"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
                                "meta", "source", "track", "wbr"});
constexpr std::size_t kDeepestElement = 64;  // deeper ones keep their indentation

std::size_t indent_of(string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

bool is_blank_line(string_view line) {
  return line.find_first_not_of(" \t") == line.npos;
}

class Outdenter {
 public:
  explicit Outdenter(string_view source) : source_(source) {}

  std::string outdent() {
    std::string out;
    out.reserve(source_.size());
    for (at_ = 0; at_ < source_.size();) {
      const std::size_t end = std::min(source_.find('\n', at_), source_.size());
      out += outdented(source_.substr(at_, end - at_));
      if (end < source_.size()) out += '\n';
      at_ = end + 1;
    }
    return out;
  }

 private:
  struct Element {
    std::string name;
    std::size_t indent = 0;              // of its tag
    std::optional<std::size_t> content;  // indentation of what stands inside, once it is known
    std::size_t removed() const { return content ? *content - indent : 0; }
  };

  string_view outdented(string_view line) {
    if (is_blank_line(line)) return line;
    const std::size_t indent = indent_of(line);
    if (at_ >= tag_until_) read_line(line, indent);
    return line.substr(std::min(indent, removed_));
  }

  void read_line(string_view line, std::size_t indent) {
    if (!toggles_fence(line.substr(indent)) && fence_.empty())
      read_elements(line, indent);
    else
      note_content(indent);
  }

  // A line that begins with a tag changes what the lines after it stand in.
  void read_elements(string_view line, std::size_t indent) {
    if (line[indent] != '<') return note_content(indent);
    const MarkupTag tag = read_tag(source_.substr(at_ + indent));
    if (tag.size == 0) return note_content(indent);
    if (tag.closing) return close(tag.name);
    note_content(indent);
    const std::size_t after = at_ + indent + tag.size;
    tag_until_ = after;
    const bool alone = is_blank_line(
        source_.substr(after, std::min(source_.find('\n', after), source_.size()) - after));
    const bool empty = tag.self_closing || std::find(kVoidElements.begin(), kVoidElements.end(),
                                                     tag.name) != kVoidElements.end();
    if (alone && !empty && elements_.size() < kDeepestElement)
      elements_.push_back({tag.name, indent, std::nullopt});
  }

  void note_content(std::size_t indent) {
    if (elements_.empty() || elements_.back().content) return;
    elements_.back().content = std::max(indent, elements_.back().indent);
    removed_ += elements_.back().removed();
  }

  // The closing tag stands as far out as the opening one.
  void close(const std::string& name) {
    const auto open = std::find_if(elements_.rbegin(), elements_.rend(),
                                   [&](const Element& element) { return element.name == name; });
    if (open == elements_.rend()) return;
    for (bool found = false; !found; elements_.pop_back()) {
      found = elements_.back().name == name;
      removed_ -= elements_.back().removed();
    }
  }

  // A fence inside an element is indented like everything else in it.
  bool toggles_fence(string_view content) {
    const char mark = content.front();
    if (mark != '`' && mark != '~') return false;
    const std::size_t length = std::min(content.find_first_not_of(mark), content.size());
    if (length < 3) return false;
    const string_view run = content.substr(0, length);
    if (fence_.empty()) {
      if (mark == '`' && content.find('`', length) != content.npos) return false;
      fence_ = run;
      return true;
    }
    if (!run.starts_with(fence_) || !is_blank_line(content.substr(length))) return false;
    fence_ = {};
    return true;
  }

  string_view source_;
  std::size_t at_ = 0;         // the beginning of the line
  std::size_t tag_until_ = 0;  // the lines of a tag are not looked at again
  string_view fence_;          // the marks of the open one; empty: none
  std::vector<Element> elements_;
  std::size_t removed_ = 0;  // columns, by all open elements
};

}  // namespace

std::string remove_element_indent(string_view source) {
  if (source.find('<') == source.npos) return std::string(source);
  return Outdenter(source).outdent();
}

}  // namespace kb

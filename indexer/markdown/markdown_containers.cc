#include "indexer/markdown/markdown_containers.h"

#include <algorithm>
#include <charconv>

#include "indexer/markdown/container_line.h"
#include "indexer/markdown/markdown_lines.h"

namespace kb {
namespace {

constexpr std::string_view kMarkBegin = "<!--\x01";
constexpr std::string_view kMarkEnd = "-->";
constexpr int kDeepestIndent = 3;  // of a line that is not code

// Everything before the colons, with so little indentation that the mark is not a paragraph's.
std::string_view prefix_of(const MarkdownLine& line, std::string_view source) {
  std::string_view prefix = source.substr(line.begin, line.content - line.begin);
  for (int indent = line.indent; indent > kDeepestIndent && prefix.ends_with(' '); --indent)
    prefix.remove_suffix(1);
  return prefix;
}

std::string mark_text(std::size_t number) {
  return std::string(kMarkBegin) + std::to_string(number) + std::string(kMarkEnd);
}

}  // namespace

Containers mark_containers(std::string& source) {
  Containers containers;
  if (source.find(":::") == source.npos) return containers;

  struct Open {
    std::size_t number, colons;
  };
  std::vector<Open> open;
  std::string marked;
  marked.reserve(source.size() + 256);
  const std::vector<MarkdownLine> lines = scan_lines(source);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const MarkdownLine& line = lines[i];
    const auto container = line.kind == MarkdownLine::Kind::text
                               ? parse_container_line(line.content_of(source))
                               : std::nullopt;
    if (!container) {
      marked += line.text(source);
    } else {
      const std::size_t number = containers.marks_.size();
      ContainerMark mark;
      mark.closes = container->closes;
      mark.opened_by = Containers::npos;
      mark.line = static_cast<int>(i);
      mark.written = line.content_of(source);
      if (mark.closes) {
        if (!open.empty() && container->colons >= open.back().colons) {
          mark.opened_by = open.back().number;
          open.pop_back();
        }
      } else {
        mark.name = container->name;
        mark.title = container->title();
        mark.target = container->rest.substr(0, container->rest.find_first_of(" \t"));
        open.push_back({number, container->colons});
      }
      containers.marks_.push_back(std::move(mark));
      marked.append(prefix_of(line, source)).append(mark_text(number));
    }
    if (line.end < source.size()) marked += '\n';
  }
  source = std::move(marked);
  return containers;
}

std::size_t Containers::find(std::string_view html_block) const {
  if (!html_block.starts_with(kMarkBegin)) return npos;
  html_block.remove_prefix(kMarkBegin.size());
  std::size_t number = 0;
  const auto read = std::from_chars(html_block.begin(), html_block.end(), number);
  return read.ec == std::errc{} && number < marks_.size() ? number : npos;
}

std::string Containers::restore(std::string_view code) const {
  std::string restored;
  for (;;) {
    const std::size_t begin = code.find(kMarkBegin);
    restored += code.substr(0, begin);
    if (begin == code.npos) return restored;
    code.remove_prefix(begin);
    if (const std::size_t number = find(code); number != npos) restored += marks_[number].written;
    code.remove_prefix(std::min(code.size(), code.find(kMarkEnd) + kMarkEnd.size()));
  }
}

std::vector<std::size_t> Containers::unclosed() const {
  std::vector<bool> closed(marks_.size());
  for (const ContainerMark& mark : marks_)
    if (mark.closes && mark.opened_by != npos) closed[mark.opened_by] = true;
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < marks_.size(); ++i)
    if (!marks_[i].closes && !closed[i]) left.push_back(i);
  return left;
}

}  // namespace kb

#include "indexer/markdown/markdown_bounds.h"

#include <algorithm>

#include "indexer/markdown/markdown_lines.h"
#include "indexer/markdown/source_text.h"

namespace kb {
namespace {

constexpr std::ptrdiff_t kWidestTable = 200;
constexpr int kMostHeadings = 2000;

// Of a line that could be a table's row; counts escaped bars too, which costs nobody a table.
std::ptrdiff_t cells(std::string_view line) {
  return std::count(line.begin(), line.end(), '|') + 1;
}

// "|---|:--:|", with which a line before it becomes a table's header.
bool is_delimiter_row(std::string_view line) {
  return line.find('-') != line.npos && line.find_first_not_of("|-: \t\v\f") == line.npos;
}

// "## Title", or the line of = or - under a title; rules of dashes count too, which costs nobody a
// page.
bool may_make_heading(std::string_view line) {
  if (line.starts_with('#')) return true;
  return !line.empty() && (line.find_first_not_of("= \t") == line.npos ||
                           line.find_first_not_of("- \t") == line.npos);
}

}  // namespace

Result<void> check_markdown_bounds(std::string_view source, int first_line) {
  if (source.size() > kLargestMarkdown)
    return fail("the text is larger than 1 MiB", line_place(first_line), "split the page");
  const std::vector<MarkdownLine> lines = scan_lines(source);
  int headings = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int line = first_line + static_cast<int>(i);
    if (lines[i].depth > kDeepestNesting)
      return fail("lists nested deeper than 60 levels", line_place(line),
                  "use fewer levels of lists and quotes");
    const std::string_view row = lines[i].content_of(source);
    if (!lines[i].is_code() && may_make_heading(row) && ++headings > kMostHeadings)
      return fail("more than 2000 headings", line_place(line), "split the page");
    if (!lines[i].is_code() && cells(row) > kWidestTable && is_delimiter_row(row))
      return fail("a table wider than 200 columns", line_place(line), "split the table");
  }
  return {};
}

}  // namespace kb

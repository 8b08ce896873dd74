#include "indexer/markdown/markdown_alert.h"

#include <algorithm>
#include <array>

#include "indexer/markdown/ascii_letter.h"
#include "indexer/markdown/inline_writer.h"

namespace kb {
namespace {

constexpr auto kKinds =
    std::to_array<std::string_view>({"note", "tip", "important", "warning", "caution"});

bool ends_line(const MarkdownEvent& event) {
  return event.node == MarkdownNode::soft_break || event.node == MarkdownNode::line_break ||
         (event.node == MarkdownNode::paragraph && !event.enter);
}

}  // namespace

std::optional<MarkdownAlert> read_alert(const MarkdownEvents& events, std::size_t quote) {
  const std::size_t first = quote + 2;  // after the quote's and its paragraph's beginning
  if (first >= events.size() || events[quote + 1].node != MarkdownNode::paragraph ||
      !events[first].text.starts_with('['))
    return std::nullopt;
  std::size_t last = first;
  while (!ends_line(events[last])) ++last;

  std::string line = plain_text(events, first, last);
  const std::size_t close = line.find(']');
  if (!line.starts_with("[!") || close == line.npos) return std::nullopt;
  MarkdownAlert alert;
  alert.kind = line.substr(2, close - 2);
  std::transform(alert.kind.begin(), alert.kind.end(), alert.kind.begin(), ascii_lower);
  if (std::find(kKinds.begin(), kKinds.end(), alert.kind) == kKinds.end()) return std::nullopt;
  alert.title = line.substr(std::min(line.size(), line.find_first_not_of(' ', close + 1)));
  alert.last_event = last;
  alert.paragraph_goes_on = events[last].node != MarkdownNode::paragraph;
  return alert;
}

}  // namespace kb

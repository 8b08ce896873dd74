#include "indexer/markdown/markdown_events.h"

#include <cstring>

namespace kb {
namespace {

// An event's fixed part, as it lies in the bytes; its text and title follow.
struct Record {
  std::int32_t number, line, last_line;
  std::uint32_t text_size, title_size;
  std::uint8_t node, enter, flag, unused;
};
static_assert(sizeof(Record) == 24);

}  // namespace

bool has_children(MarkdownNode node) {
  switch (node) {
    case MarkdownNode::code_block:
    case MarkdownNode::html_block:
    case MarkdownNode::thematic_break:
    case MarkdownNode::text:
    case MarkdownNode::soft_break:
    case MarkdownNode::line_break:
    case MarkdownNode::code:
    case MarkdownNode::html_inline:
    case MarkdownNode::footnote_reference:
      return false;
    default:
      return true;
  }
}

void MarkdownEventWriter::add(const MarkdownEvent& event) {
  const Record record{event.number,
                      event.line,
                      event.last_line,
                      static_cast<std::uint32_t>(event.text.size()),
                      static_cast<std::uint32_t>(event.title.size()),
                      static_cast<std::uint8_t>(event.node),
                      event.enter,
                      event.flag,
                      0};
  bytes_.append(reinterpret_cast<const char*>(&record), sizeof record);
  bytes_.append(event.text).append(event.title);
}

MarkdownEvents::MarkdownEvents(std::string bytes) : bytes_(std::move(bytes)) {
  events_.reserve(bytes_.size() / (sizeof(Record) + 8));
  std::string_view rest = bytes_;
  while (rest.size() >= sizeof(Record)) {
    Record record;
    std::memcpy(&record, rest.data(), sizeof record);
    rest.remove_prefix(sizeof record);
    MarkdownEvent event;
    event.node = static_cast<MarkdownNode>(record.node);
    event.enter = record.enter != 0;
    event.flag = record.flag != 0;
    event.number = record.number;
    event.line = record.line;
    event.last_line = record.last_line;
    event.text = rest.substr(0, record.text_size);
    event.title = rest.substr(event.text.size(), record.title_size);
    rest.remove_prefix(event.text.size() + event.title.size());
    events_.push_back(event);
  }
}

}  // namespace kb

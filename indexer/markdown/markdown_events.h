// A parsed Markdown document as a flat list of events, in bytes that can cross a process's border.
//
//   MarkdownEventWriter writer;                                  // in the parser, maybe in a child
//   writer.add({.text = "Hello"});
//   MarkdownEvents events(writer.take());                        // in the parent
//   for (const MarkdownEvent& event : events) …
//
// Containers come twice, on entering and on leaving; nodes without children once. The strings of
// an event are views into its MarkdownEvents. Values, for one machine: never written to a file.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

enum class MarkdownNode : std::uint8_t {
  // Blocks.
  document,
  quote,
  list,        // number: the first number of an ordered one, -1 of a bulleted; flag: tight
  item,        // number: a task's state, 0 open, 1 done; -1: no task
  code_block,  // text; title: the fence's info; line to last_line
  html_block,  // text
  paragraph,
  heading,  // number: level
  thematic_break,
  footnote_definition,  // in the order of their numbers, after everything else
  table,
  table_row,   // flag: header
  table_cell,  // number: 'l', 'c', 'r' or 0
  // Inlines.
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,                // text: URL; title
  image,               // text: URL; title
  footnote_reference,  // text: its number
};

struct MarkdownEvent {
  MarkdownNode node = MarkdownNode::text;
  bool enter = true;
  bool flag = false;
  int number = 0;
  int line = 0;  // of blocks, from 1
  int last_line = 0;
  std::string_view text = {};
  std::string_view title = {};
};

// True for the nodes that come twice.
bool has_children(MarkdownNode node);

class MarkdownEventWriter {
 public:
  void add(const MarkdownEvent& event);
  std::size_t size() const { return bytes_.size(); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class MarkdownEvents {
 public:
  MarkdownEvents() = default;
  explicit MarkdownEvents(std::string bytes);

  MarkdownEvents(MarkdownEvents&&) = delete;  // the events point into `bytes_`
  MarkdownEvents& operator=(MarkdownEvents&&) = delete;

  auto begin() const { return events_.begin(); }
  auto end() const { return events_.end(); }
  std::size_t size() const { return events_.size(); }
  const MarkdownEvent& operator[](std::size_t i) const { return events_[i]; }

 private:
  std::string bytes_;
  std::vector<MarkdownEvent> events_;
};

}  // namespace kb

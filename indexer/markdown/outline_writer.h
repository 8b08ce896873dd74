// Collects a text's outline while the text is written.
//
//   OutlineWriter outline(options.first_line);
//   outline.pass(event);                       // each event, before it is written
//   outline.add_heading(event, level, id, title, attribute);
//   page.outline = outline.take();
//
// Belongs to one writing; not thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "indexer/markdown/heading_attribute.h"
#include "indexer/markdown/markdown_events.h"
#include "indexer/markdown/outline.h"

namespace kb {

class OutlineWriter {
 public:
  explicit OutlineWriter(int first_line) : first_line_(first_line) {}

  void pass(const MarkdownEvent& event);

  void add_title(const MarkdownEvent& event, const std::string& text);
  void add_heading(const MarkdownEvent& event, int level, const std::string& anchor,
                   const std::string& text, const HeadingAttribute* attribute);
  void add_link(const MarkdownEvent& event, std::string_view leads_to);
  void add_image(const MarkdownEvent& event, std::string_view alt, std::string_view leads_to);

  Outline take();

 private:
  void add_content();
  int line_of(const MarkdownEvent& event) const;

  int first_line_;
  int block_line_ = 1;  // of the innermost block that has begun
  bool in_heading_ = false;
  bool in_footnotes_ = false;
  Outline outline_;
};

}  // namespace kb

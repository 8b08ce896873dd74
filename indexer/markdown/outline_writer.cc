#include "indexer/markdown/outline_writer.h"

#include <algorithm>
#include <utility>

namespace kb {
namespace {

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(" \t\n") == text.npos;
}

}  // namespace

void OutlineWriter::pass(const MarkdownEvent& event) {
  const bool is_block = event.node < MarkdownNode::text;
  if (is_block && event.enter && event.line > 0) block_line_ = event.line;
  switch (event.node) {
    case MarkdownNode::heading:
      in_heading_ = event.enter;
      break;
    case MarkdownNode::footnote_definition:
      in_footnotes_ = true;
      break;
    case MarkdownNode::text:
      outline_.prose += event.text;
      if (!is_blank_text(event.text)) add_content();
      break;
    case MarkdownNode::code:
    case MarkdownNode::code_block:
    case MarkdownNode::table:
      add_content();
      break;
    default:
      break;
  }
  const bool ends_words =
      is_block || event.node == MarkdownNode::soft_break || event.node == MarkdownNode::line_break;
  if (ends_words && !outline_.prose.ends_with('\n')) outline_.prose += '\n';
}

void OutlineWriter::add_content() {
  if (in_heading_ || in_footnotes_) return;
  outline_.empty = false;
  if (!outline_.headings.empty()) outline_.headings.back().empty = false;
}

// Of inlines, cmark tells the line in most cases.
int OutlineWriter::line_of(const MarkdownEvent& event) const {
  return first_line_ + std::max(event.line, block_line_) - 1;
}

void OutlineWriter::add_title(const MarkdownEvent& event, const std::string& text) {
  outline_.headings.push_back({line_of(event), 1, {}, text, /*empty=*/true});
  in_heading_ = false;  // its end is not passed
}

void OutlineWriter::add_heading(const MarkdownEvent& event, int level, const std::string& anchor,
                                const std::string& text, const HeadingAttribute* attribute) {
  const int line = line_of(event);
  outline_.headings.push_back(
      {line, level, anchor, text, /*empty=*/!in_footnotes_, !in_footnotes_});
  if (attribute == nullptr) return;
  for (const std::string& value : attribute->applies_to)
    outline_.applies_to.push_back({line, value});
}

void OutlineWriter::add_link(const MarkdownEvent& event, std::string_view leads_to) {
  outline_.links.push_back({line_of(event), std::string(event.text), std::string(leads_to)});
}

void OutlineWriter::add_image(const MarkdownEvent& event, std::string_view alt,
                              std::string_view leads_to) {
  add_content();
  outline_.images.push_back(
      {line_of(event), std::string(event.text), std::string(alt), std::string(leads_to)});
}

Outline OutlineWriter::take() {
  // What is in a subsection is in its section, too.
  auto& headings = outline_.headings;
  for (std::size_t i = headings.size(); i-- > 0;)
    for (std::size_t j = i + 1;
         headings[i].empty && j < headings.size() && headings[j].level > headings[i].level; ++j)
      headings[i].empty = headings[j].empty;
  return std::move(outline_);
}

}  // namespace kb

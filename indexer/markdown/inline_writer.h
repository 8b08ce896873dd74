// Writes what stands inside a paragraph, a heading or a table's cell: as HTML, and as plain text.
//
//   InlineWriter inlines(events, containers, resolve, html);
//   i = inlines.write(i, section_text);              // event i; returns the last event it used
//
// Relative links and images go through `resolve`; what it does not know stays as text. Of raw HTML
// only `<br>` is left. Belongs to one writing; not thread-safe.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/markdown/markdown.h"
#include "indexer/markdown/markdown_containers.h"
#include "indexer/markdown/markdown_events.h"
#include "indexer/markdown/outline_writer.h"
#include "indexer/markdown/plain_text.h"

namespace kb {

// The plain text of the events in [first, last).
std::string plain_text(const MarkdownEvents& events, std::size_t first, std::size_t last);

class InlineWriter {
 public:
  using Resolve = std::function<std::string(std::string_view href, LinkKind kind)>;

  InlineWriter(const MarkdownEvents& events, const Containers& containers, const Resolve& resolve,
               std::string& html, OutlineWriter* outline = nullptr)
      : events_(events),
        containers_(containers),
        resolve_(resolve),
        html_(html),
        outline_(outline) {}

  std::size_t write(std::size_t i, PlainText& text);

  // A paragraph of nothing but the image at event i, up to the paragraph's end: a stored image
  // links to itself, so that it can be seen in full size.
  std::size_t write_image_paragraph(std::size_t i, PlainText& text);

  // The event that ends the image at event i. Images may hold images, in their alternative text.
  static std::size_t image_end(const MarkdownEvents& events, std::size_t i);

  std::vector<std::string> take_files() { return std::move(files_); }

 private:
  void write_element(const MarkdownEvent& event, std::string_view name);
  void write_code(const MarkdownEvent& event, PlainText& text);
  void write_break(PlainText& text);
  void write_raw_html(const MarkdownEvent& event, PlainText& text);
  void write_link(const MarkdownEvent& event);
  void write_title(std::string_view title);
  void write_reference(std::string_view number);
  struct Image {
    std::string_view title;
    std::string alt;
    std::string source;  // empty: nothing to show
    std::size_t last_event = 0;
  };
  Image take_image(std::size_t i, PlainText& text);
  void write_image(const Image& image);
  std::string target(std::string_view href, LinkKind kind);

  const MarkdownEvents& events_;
  const Containers& containers_;
  const Resolve& resolve_;
  std::string& html_;
  OutlineWriter* outline_;   // null: none is wanted
  std::vector<bool> links_;  // of the links around: was it written?
  std::vector<std::string> files_;
  std::unordered_set<std::string> known_files_;
  std::unordered_map<std::string_view, int> references_;  // uses of each footnote so far
};

}  // namespace kb

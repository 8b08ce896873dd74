// An article as Markdown, for programs that read help centers: made from the page's own HTML, so
// that it says what the page says and no more.
//
//   markdown_text("<h2 id=\"x\">How</h2><p>See <a href=\"/en/a/b\">this</a>.</p>",
//   "https://h.example")
//       -> "## How\n\nSee [this](https://h.example/en/a/b).\n"
//
// Takes the HTML that the indexer writes, links filled in; other elements are passed over, their
// words stay. Addresses become absolute. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace kb {

std::string markdown_text(std::string_view html, std::string_view origin);

// Plain text, so that no character of it is markup.
std::string markdown_escaped(std::string_view text);

struct MarkdownArticle {
  std::string_view title;
  std::string_view summary;
  std::string html;
  std::string origin;  // "https://help.example.com"
  std::string url;     // of the page
  std::optional<Time> updated;
};

std::string markdown_article(const MarkdownArticle& article);

// Whether an Accept header would rather have Markdown than HTML: it names text/markdown, and
// text/html not with a higher quality.
bool prefers_markdown(std::string_view accept);

}  // namespace kb

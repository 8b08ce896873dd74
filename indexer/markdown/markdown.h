// From the Markdown of a help file to what one audience gets to read: HTML that is safe to serve,
// and the plain text of its sections to search in.
//
//   MarkdownOptions options{.audience = Audience::everyone, .first_line = front->body_line};
//   options.resolve = [&](std::string_view href, LinkKind) { return symbolic_url(href); };
//   Result<RenderedMarkdown> page = render_markdown(body, options);
//
// Fails, with `where` ":LINE" (to be put after the file's path), on text that is not UTF-8, too
// large, too deeply nested, or takes longer to read than `time_limit`. Same input, same output.
// Thread-safe; `resolve` is called on the calling thread.

#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article/article.h"
#include "core/base/result.h"
#include "indexer/markdown/outline.h"

namespace kb {

enum class LinkKind { link, image };

struct MarkdownOptions {
  Audience audience = Audience::everyone;
  bool mdx = false;    // the file is .mdx: imports, exports and {expressions} are no text
  int first_line = 1;  // the line of the file on which the source begins
  std::chrono::milliseconds time_limit{1000};
  bool outline = false;  // collect the page's outline, too

  // Turns a relative link as written ("../billing/refund.md#how-long", "/images/x.svg") into a
  // symbolic URL (core/article/link.h) or a URL of the site; empty: the text stays, the link goes.
  // Absolute URLs and "#anchor" never get here. Not set: no relative link is kept.
  std::function<std::string(std::string_view href, LinkKind kind)> resolve = nullptr;
};

struct RenderedMarkdown {
  std::string html;
  std::vector<Section> sections;   // front(): the text before the first heading, perhaps empty
  std::string heading;             // a leading `# Title`, which is in neither html nor sections
  std::string lead;                // the first sentences, up to some 200 characters
  std::vector<std::string> files;  // the kb-file: URLs used, each once, in order
  bool has_agents_blocks = false;  // the other audience reads something else
  std::vector<Error> problems;     // what the writer should mend; `where` is ":LINE"
  Outline outline;                 // if the options ask for it
};

Result<RenderedMarkdown> render_markdown(std::string_view source, const MarkdownOptions& options);

}  // namespace kb

// From parsed Markdown to an article's HTML, sections and what else a page needs of it.
//
//   RenderedMarkdown page = write_article(events, containers, attributes, options);
//
// Walks the events once, without recursion; the text never gets to choose a tag. Problems are told
// with `where` ":LINE". Thread-safe; `resolve` is called on the calling thread.

#pragma once

#include "indexer/markdown/heading_attribute.h"
#include "indexer/markdown/markdown.h"
#include "indexer/markdown/markdown_containers.h"
#include "indexer/markdown/markdown_events.h"

namespace kb {

RenderedMarkdown write_article(const MarkdownEvents& events, const Containers& containers,
                               const HeadingAttributes& attributes, const MarkdownOptions& options);

}  // namespace kb

#include "indexer/markdown/markdown.h"

#include <algorithm>
#include <utility>

#include "indexer/markdown/agents_blocks.h"
#include "indexer/markdown/article_writer.h"
#include "indexer/markdown/element_indent.h"
#include "indexer/markdown/heading_attribute.h"
#include "indexer/markdown/markdown_bounds.h"
#include "indexer/markdown/markdown_containers.h"
#include "indexer/markdown/markdown_events.h"
#include "indexer/markdown/markdown_parser.h"
#include "indexer/markdown/source_text.h"
#include "indexer/markdown/template_debris.h"

namespace kb {
namespace {

// What one audience may read of a source, free of what is no Markdown.
struct Prepared {
  std::string text;
  bool has_agents_blocks = false;
  int unclosed_agents_line = -1;    // from 0; -1: none
  std::vector<LineRange> examples;  // fences that must turn out to be code
};

void take_over(PublicSource& source, Prepared& prepared) {
  prepared.text = std::move(source.text);
  prepared.has_agents_blocks |= source.has_agents_blocks;
  prepared.unclosed_agents_line = std::max(prepared.unclosed_agents_line, source.unclosed_line);
  prepared.examples.insert(prepared.examples.end(), source.examples.begin(), source.examples.end());
}

Prepared prepare(std::string_view source, const MarkdownOptions& options, FencedAgents fenced) {
  Prepared prepared;
  PublicSource stripped = strip_agents_blocks(source, fenced);
  if (options.audience == Audience::agents) {
    prepared.text = remove_template_debris(remove_element_indent(source), options.mdx);
    prepared.has_agents_blocks =
        stripped.has_agents_blocks || strip_agents_blocks(prepared.text, fenced).has_agents_blocks;
    return prepared;
  }
  take_over(stripped, prepared);
  std::string clean = remove_template_debris(remove_element_indent(prepared.text), options.mdx);
  if (clean == prepared.text) return prepared;
  // `<b>:::agents` is a block's beginning only once the tag is gone.
  stripped = strip_agents_blocks(clean, fenced);
  take_over(stripped, prepared);
  return prepared;
}

// Was every `:::agents` that was left in the source an example in a code fence, as it seemed?
bool examples_are_code(const MarkdownEvents& events, const std::vector<LineRange>& examples) {
  if (examples.empty()) return true;
  std::vector<LineRange> code;
  for (const MarkdownEvent& event : events)
    if (event.node == MarkdownNode::code_block)
      code.push_back({event.line - 1, event.last_line - 1});
  std::sort(code.begin(), code.end());
  return std::all_of(examples.begin(), examples.end(), [&](const LineRange& lines) {
    return std::binary_search(code.begin(), code.end(), lines);
  });
}

class Renderer {
 public:
  Renderer(const SourceText& source, const MarkdownOptions& options)
      : source_(source), options_(options) {}

  Result<RenderedMarkdown> render(FencedAgents fenced) const {
    Prepared prepared = prepare(source_.text, options_, fenced);
    if (auto fit = check_markdown_bounds(prepared.text, options_.first_line); !fit)
      return fail(fit.error());
    const HeadingAttributes attributes = take_heading_attributes(prepared.text);
    const Containers containers = mark_containers(prepared.text);
    Result<std::string> bytes = parse_markdown(prepared.text, options_.time_limit);
    if (!bytes) return fail(bytes.error().what, place(0), bytes.error().hint);
    const MarkdownEvents events(std::move(*bytes));
    if (!examples_are_code(events, prepared.examples)) return render(FencedAgents::hide);

    RenderedMarkdown page = write_article(events, containers, attributes, options_);
    page.has_agents_blocks = prepared.has_agents_blocks;
    tell_problems(prepared, containers, page.problems);
    return page;
  }

 private:
  std::string place(int line) const { return line_place(options_.first_line + line); }

  void tell_problems(const Prepared& prepared, const Containers& containers,
                     std::vector<Error>& problems) const {
    problems.insert(problems.begin(), source_.problems.begin(), source_.problems.end());
    if (prepared.unclosed_agents_line >= 0)
      tell_unclosed("agents", prepared.unclosed_agents_line, problems);
    for (const std::size_t number : containers.unclosed())
      tell_unclosed(containers[number].name, containers[number].line, problems);
  }

  void tell_unclosed(const std::string& name, int line, std::vector<Error>& problems) const {
    problems.push_back({"`:::" + name + "` has no end", place(line), "end it with a line `:::`"});
  }

  const SourceText& source_;
  const MarkdownOptions& options_;
};

}  // namespace

Result<RenderedMarkdown> render_markdown(std::string_view source, const MarkdownOptions& options) {
  if (source.size() > kLargestMarkdown)
    return fail("the text is larger than 1 MiB", line_place(options.first_line), "split the page");
  const Result<SourceText> clean = clean_source(source, options.first_line);
  if (!clean) return fail(clean.error());
  return Renderer(*clean, options).render(FencedAgents::keep);
}

}  // namespace kb

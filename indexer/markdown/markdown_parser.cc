#include "indexer/markdown/markdown_parser.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <array>
#include <cstring>
#include <memory>
#include <mutex>
#include <vector>

#include "indexer/markdown/markdown_events.h"
#include "indexer/time_limit.h"

namespace kb {
namespace {

constexpr int kOptions = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES;
constexpr std::size_t kLargestUnguarded = std::size_t{24} << 10;
// A link definition is repeated wherever it is used: without a limit, 2 MB could mean 100 GB.
constexpr std::size_t kLargestGrowth = 64;
constexpr std::size_t kSmallTree = std::size_t{1} << 20;

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Parser = std::unique_ptr<cmark_parser, FreeParser>;
using Tree = std::unique_ptr<cmark_node, FreeNode>;
using Iterator = std::unique_ptr<cmark_iter, FreeIterator>;

using Extensions = std::vector<cmark_syntax_extension*>;

const Extensions& extensions() {
  static const Extensions loaded = [] {
    cmark_gfm_core_extensions_ensure_registered();
    Extensions found;
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
      found.push_back(cmark_find_syntax_extension(name));
    return found;
  }();
  return loaded;
}

// cmark-gfm parses inlines with a table of special characters that all parsers share and that each
// switches on and off: two threads at once would now and then take `~~` for text.
std::mutex& inlines_mutex() {
  static std::mutex mutex;
  return mutex;
}

enum class Alone { no, yes };  // yes: in a child process, where no other thread is

Tree finish(cmark_parser* parser, Alone alone) {
  if (alone == Alone::yes) return Tree(cmark_parser_finish(parser));
  const std::lock_guard lock(inlines_mutex());
  return Tree(cmark_parser_finish(parser));
}

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view() : text;
}

MarkdownNode extension_node(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return MarkdownNode::table;
  if (name == "table_row" || name == "table_header") return MarkdownNode::table_row;
  if (name == "table_cell") return MarkdownNode::table_cell;
  return MarkdownNode::strikethrough;
}

MarkdownNode node_kind(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return MarkdownNode::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return MarkdownNode::quote;
    case CMARK_NODE_LIST:
      return MarkdownNode::list;
    case CMARK_NODE_ITEM:
      return MarkdownNode::item;
    case CMARK_NODE_CODE_BLOCK:
      return MarkdownNode::code_block;
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_CUSTOM_BLOCK:
      return MarkdownNode::html_block;
    case CMARK_NODE_PARAGRAPH:
      return MarkdownNode::paragraph;
    case CMARK_NODE_HEADING:
      return MarkdownNode::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return MarkdownNode::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return MarkdownNode::footnote_definition;
    case CMARK_NODE_TEXT:
      return MarkdownNode::text;
    case CMARK_NODE_SOFTBREAK:
      return MarkdownNode::soft_break;
    case CMARK_NODE_LINEBREAK:
      return MarkdownNode::line_break;
    case CMARK_NODE_CODE:
      return MarkdownNode::code;
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_CUSTOM_INLINE:
      return MarkdownNode::html_inline;
    case CMARK_NODE_EMPH:
      return MarkdownNode::emphasis;
    case CMARK_NODE_STRONG:
      return MarkdownNode::strong;
    case CMARK_NODE_LINK:
      return MarkdownNode::link;
    case CMARK_NODE_IMAGE:
      return MarkdownNode::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return MarkdownNode::footnote_reference;
    default:
      return extension_node(node);
  }
}

int list_start(cmark_node* list) {
  return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST ? cmark_node_get_list_start(list)
                                                              : -1;
}

int task_state(cmark_node* item) {
  if (cmark_node_get_syntax_extension(item) == nullptr) return -1;
  return cmark_gfm_extensions_get_tasklist_item_checked(item) ? 1 : 0;
}

int alignment(cmark_node* cell) {
  cmark_node* const table = cmark_node_parent(cmark_node_parent(cell));
  const std::uint8_t* const alignments = cmark_gfm_extensions_get_table_alignments(table);
  const int columns = cmark_gfm_extensions_get_table_columns(table);
  int column = 0;
  while ((cell = cmark_node_previous(cell)) != nullptr) ++column;
  return alignments != nullptr && column < columns ? alignments[column] : 0;
}

void add_details(cmark_node* node, MarkdownEvent& event) {
  switch (event.node) {
    case MarkdownNode::list:
      event.number = list_start(node);
      event.flag = cmark_node_get_list_tight(node) != 0;
      break;
    case MarkdownNode::item:
      event.number = task_state(node);
      break;
    case MarkdownNode::code_block:
      event.title = view(cmark_node_get_fence_info(node));
      event.text = view(cmark_node_get_literal(node));
      break;
    case MarkdownNode::heading:
      event.number = cmark_node_get_heading_level(node);
      break;
    case MarkdownNode::table_row:
      event.flag = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
      break;
    case MarkdownNode::table_cell:
      event.number = alignment(node);
      break;
    case MarkdownNode::link:
    case MarkdownNode::image:
      event.text = view(cmark_node_get_url(node));
      event.title = view(cmark_node_get_title(node));
      break;
    default:
      if (!has_children(event.node)) event.text = view(cmark_node_get_literal(node));
  }
}

// The events as bytes; empty if they grew beyond `largest`.
std::string events_of(cmark_node* tree, std::size_t largest) {
  MarkdownEventWriter writer;
  const Iterator iterator(cmark_iter_new(tree));
  for (cmark_event_type type; (type = cmark_iter_next(iterator.get())) != CMARK_EVENT_DONE;) {
    cmark_node* const node = cmark_iter_get_node(iterator.get());
    MarkdownEvent event;
    event.node = node_kind(node);
    event.enter = type == CMARK_EVENT_ENTER;
    if (!event.enter && !has_children(event.node)) continue;
    event.line = cmark_node_get_start_line(node);
    event.last_line = cmark_node_get_end_line(node);
    add_details(node, event);
    writer.add(event);
    if (writer.size() > largest) return {};
  }
  return writer.take();
}

std::string parse(std::string_view source, const Extensions& with, Alone alone) {
  const Parser parser(cmark_parser_new(kOptions));
  for (cmark_syntax_extension* extension : with)
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  cmark_parser_feed(parser.get(), source.data(), source.size());
  const Tree tree = finish(parser.get(), alone);
  return events_of(tree.get(), kSmallTree + kLargestGrowth * source.size());
}

}  // namespace

Result<std::string> parse_markdown(std::string_view source, std::chrono::milliseconds time_limit) {
  const Extensions& with = extensions();  // before the fork: loading them takes locks
  Result<std::string> bytes;
  if (source.size() <= kLargestUnguarded)
    bytes = parse(source, with, Alone::no);
  else
    bytes =
        run_with_time_limit([&] { return parse(source, with, Alone::yes); }, {.time = time_limit});
  if (!bytes) return fail("reading it " + bytes.error().what, {}, "split the page");
  if (bytes->empty())
    return fail("its link definitions grow to too large a page", {}, "use each one less often");
  return bytes;
}

}  // namespace kb

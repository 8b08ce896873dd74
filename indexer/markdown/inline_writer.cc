#include "indexer/markdown/inline_writer.h"

#include "core/article/link.h"
#include "indexer/markdown/html_text.h"
#include "indexer/markdown/page_link.h"

namespace kb {
namespace {

bool is_line_break(std::string_view html) {
  return html == "<br>" || html == "<br/>" || html == "<br />";
}

}  // namespace

std::string plain_text(const MarkdownEvents& events, std::size_t first, std::size_t last) {
  PlainText text;
  for (std::size_t i = first; i < last; ++i) {
    const MarkdownEvent& event = events[i];
    if (event.node == MarkdownNode::text || event.node == MarkdownNode::code)
      text.add(event.text);
    else if (event.node == MarkdownNode::soft_break || event.node == MarkdownNode::line_break ||
             (event.node == MarkdownNode::html_inline && is_line_break(event.text)))
      text.add_space();
  }
  return text.take();
}

std::size_t InlineWriter::write(std::size_t i, PlainText& text) {
  const MarkdownEvent& event = events_[i];
  switch (event.node) {
    case MarkdownNode::text:
      append_html(html_, event.text);
      text.add(event.text);
      break;
    case MarkdownNode::soft_break:
      html_ += '\n';
      text.add_space();
      break;
    case MarkdownNode::line_break:
      write_break(text);
      break;
    case MarkdownNode::code:
      write_code(event, text);
      break;
    case MarkdownNode::html_inline:
      write_raw_html(event, text);
      break;
    case MarkdownNode::emphasis:
      write_element(event, "em");
      break;
    case MarkdownNode::strong:
      write_element(event, "strong");
      break;
    case MarkdownNode::strikethrough:
      write_element(event, "del");
      break;
    case MarkdownNode::link:
      write_link(event);
      break;
    case MarkdownNode::image: {
      const Image image = take_image(i, text);
      write_image(image);
      return image.last_event;
    }
    case MarkdownNode::footnote_reference:
      write_reference(event.text);
      break;
    default:
      break;
  }
  return i;
}

void InlineWriter::write_element(const MarkdownEvent& event, std::string_view name) {
  html_.append(event.enter ? "<" : "</").append(name) += '>';
}

void InlineWriter::write_code(const MarkdownEvent& event, PlainText& text) {
  const std::string code = containers_.restore(event.text);
  html_ += "<code>";
  append_html(html_, code);
  html_ += "</code>";
  text.add(code);
}

void InlineWriter::write_break(PlainText& text) {
  html_ += "<br>\n";
  text.add_space();
}

void InlineWriter::write_raw_html(const MarkdownEvent& event, PlainText& text) {
  if (is_line_break(event.text)) write_break(text);
}

void InlineWriter::write_link(const MarkdownEvent& event) {
  if (!event.enter) {
    if (links_.back()) html_ += "</a>";
    links_.pop_back();
    return;
  }
  const std::string href = target(event.text, LinkKind::link);
  if (outline_ != nullptr) outline_->add_link(event, href);
  links_.push_back(!href.empty());
  if (href.empty()) return;
  html_ += "<a href=\"";
  append_url(html_, href);
  html_ += '"';
  write_title(event.title);
  if (classify_link(href) == LinkTarget::external) html_ += " rel=\"noopener\"";
  html_ += '>';
}

void InlineWriter::write_title(std::string_view title) {
  if (title.empty()) return;
  html_ += " title=\"";
  append_html(html_, title);
  html_ += '"';
}

std::size_t InlineWriter::image_end(const MarkdownEvents& events, std::size_t i) {
  for (int open = 1; open > 0;)
    if (events[++i].node == MarkdownNode::image) open += events[i].enter ? 1 : -1;
  return i;
}

InlineWriter::Image InlineWriter::take_image(std::size_t i, PlainText& text) {
  const MarkdownEvent& event = events_[i];
  Image image;
  image.title = event.title;
  image.last_event = image_end(events_, i);
  image.alt = plain_text(events_, i + 1, image.last_event);
  image.source = target(event.text, LinkKind::image);
  text.add(image.alt);
  if (outline_ != nullptr) outline_->add_image(event, image.alt, image.source);
  return image;
}

void InlineWriter::write_image(const Image& image) {
  if (image.source.empty()) return append_html(html_, image.alt);
  html_ += "<img src=\"";
  append_url(html_, image.source);
  html_ += "\" alt=\"";
  append_html(html_, image.alt);
  html_ += '"';
  write_title(image.title);
  html_ += " loading=\"lazy\">";
}

std::size_t InlineWriter::write_image_paragraph(std::size_t i, PlainText& text) {
  const Image image = take_image(i, text);
  // Without alternative text the link would have no name.
  const bool opens = image.source.starts_with(kFileScheme) && !image.alt.empty();
  if (opens) {
    html_ += "<p class=\"image\"><a class=\"image-link\" href=\"";
    append_url(html_, image.source);
    html_ += "\">";
  } else {
    html_ += "<p>";
  }
  write_image(image);
  if (opens) html_ += "</a>";
  return image.last_event;
}

void InlineWriter::write_reference(std::string_view number) {
  const int use = ++references_[number];
  html_ += "<sup class=\"footnote-ref\"><a href=\"#fn:";
  append_html(html_, number);
  html_ += "\" id=\"fnref:";
  append_html(html_, number);
  if (use > 1) html_ += "-" + std::to_string(use);
  html_ += "\">";
  append_html(html_, number);
  html_ += "</a></sup>";
}

// What the page may point at: empty if nothing.
std::string InlineWriter::target(std::string_view href, LinkKind kind) {
  std::string url = clean_link(href);
  switch (classify_link(url)) {
    case LinkTarget::external:
      return url;
    case LinkTarget::contact:
    case LinkTarget::anchor:
      return kind == LinkKind::link ? url : std::string();
    case LinkTarget::symbolic:  // not for writers to make up
    case LinkTarget::refused:
      return {};
    case LinkTarget::relative:
      break;
  }
  if (!resolve_) return {};
  url = clean_link(resolve_(url, kind));
  if (classify_link(url) == LinkTarget::refused) return {};
  if (url.starts_with(kFileScheme) && known_files_.insert(url).second) files_.push_back(url);
  return url;
}

}  // namespace kb

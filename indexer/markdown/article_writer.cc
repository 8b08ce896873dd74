#include "indexer/markdown/article_writer.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/markdown/container_html.h"
#include "indexer/markdown/heading_id.h"
#include "indexer/markdown/html_text.h"
#include "indexer/markdown/inline_writer.h"
#include "indexer/markdown/markdown_alert.h"
#include "indexer/markdown/outline_writer.h"
#include "indexer/markdown/plain_text.h"
#include "indexer/markdown/source_text.h"

namespace kb {
namespace {

constexpr std::size_t kLeadCharacters = 200;

class ArticleWriter {
 public:
  ArticleWriter(const MarkdownEvents& events, const Containers& containers,
                const HeadingAttributes& attributes, const MarkdownOptions& options)
      : events_(events),
        containers_(containers),
        attributes_(attributes),
        options_(options),
        outline_(options.first_line),
        inlines_(events, containers, options.resolve, page_.html,
                 options.outline ? &outline_ : nullptr) {}

  RenderedMarkdown write() {
    sections_.emplace_back();
    claim_explicit_ids();
    for (std::size_t i = 0; i < events_.size(); ++i) i = write_event(i);
    finish();
    return std::move(page_);
  }

 private:
  struct OpenSection {
    Section section;
    PlainText text;
  };
  struct OpenBlock {
    MarkdownNode node;
    bool tight = false;   // a list whose items hold their text without paragraphs
    bool alert = false;   // a quote that is an admonition
    bool silent = false;  // a paragraph or item without a tag
    int task = -1;        // an item whose box is still to be written: 0 open, 1 done
    bool label = false;   // a paragraph that names the box before it
  };
  struct OpenContainer {
    std::size_t number = 0;  // of its mark
    std::size_t depth = 0;   // blocks around it
    bool ended = false;      // by a mark deeper inside: closes where that block ends
  };

  PlainText& text() { return in_heading_ ? heading_text_ : sections_[target_].text; }

  // ---- One event; returns the last one that it used.

  std::size_t write_event(std::size_t i) {
    const MarkdownEvent& event = events_[i];
    if (options_.outline) outline_.pass(event);
    if (event.node == MarkdownNode::footnote_reference) note_reference(event.text);
    if (event.node >= MarkdownNode::text) return inlines_.write(i, text());
    if (event.node == MarkdownNode::code_block) return write_code_block(event), i;
    if (event.node == MarkdownNode::html_block) return write_html_block(event), i;
    if (event.node == MarkdownNode::thematic_break) return page_.html += "<hr>\n", i;
    if (event.enter) return enter(i);
    leave(event);
    return i;
  }

  std::size_t enter(std::size_t i) {
    const MarkdownEvent& event = events_[i];
    blocks_.push_back({event.node});
    OpenBlock& block = blocks_.back();
    switch (event.node) {
      case MarkdownNode::quote:
        return enter_quote(i);
      case MarkdownNode::list:
        block.tight = event.flag;
        write_list_tag(event.number);
        break;
      case MarkdownNode::item:
        write_item_tag(event.number);
        break;
      case MarkdownNode::paragraph:
        note_lead(i);
        block.silent = is_in_tight_item();
        if (!block.silent) {
          if (holds_one_image(i)) return inlines_.write_image_paragraph(i + 1, text());
          page_.html += "<p>";
        }
        write_box();
        break;
      case MarkdownNode::heading:
        return enter_heading(i);
      case MarkdownNode::footnote_definition:
        enter_footnote();
        break;
      case MarkdownNode::table:
        page_.html += "<div class=\"table\"><table>\n";
        in_table_body_ = false;
        break;
      case MarkdownNode::table_row:
        enter_row(event);
        break;
      case MarkdownNode::table_cell:
        enter_cell(event);
        break;
      default:
        break;
    }
    return i;
  }

  void leave(const MarkdownEvent& event) {
    close_containers_at(blocks_.size());
    const OpenBlock block = blocks_.back();
    blocks_.pop_back();
    std::string& html = page_.html;
    switch (event.node) {
      case MarkdownNode::quote:
        html += block.alert ? "</aside>\n" : "</blockquote>\n";
        break;
      case MarkdownNode::list:
        html += event.number < 0 ? "</ul>\n" : "</ol>\n";
        break;
      case MarkdownNode::item:
        html += "</li>\n";
        break;
      case MarkdownNode::paragraph:
        if (block.label) html += "</label>";
        html += block.silent ? "\n" : "</p>\n";
        break;
      case MarkdownNode::heading:
        leave_heading(event);
        break;
      case MarkdownNode::footnote_definition:
        leave_footnote();
        break;
      case MarkdownNode::table:
        html += in_table_body_ ? "</tbody>\n</table></div>\n" : "</table></div>\n";
        break;
      case MarkdownNode::table_row:
        html += event.flag ? "</tr>\n</thead>\n" : "</tr>\n";
        break;
      case MarkdownNode::table_cell:
        html += in_header_row_ ? "</th>\n" : "</td>\n";
        return;  // the row is the line of text
      default:
        break;
    }
    text().end_line();
    close_ended_containers();
  }

  // ---- Lists, quotes, code.

  void write_list_tag(int first) {
    if (first < 0)
      page_.html += "<ul>\n";
    else if (first == 1)
      page_.html += "<ol>\n";
    else
      page_.html += "<ol start=\"" + std::to_string(first) + "\">\n";
  }

  void write_item_tag(int task) {
    page_.html += task < 0 ? "<li>" : "<li class=\"task\">";
    blocks_.back().task = task;
  }

  // The first words of a task are the name of its box.
  void write_box() {
    OpenBlock& item = blocks_[blocks_.size() - 2];
    if (item.node != MarkdownNode::item || item.task < 0) return;
    page_.html += "<label><input type=\"checkbox\" disabled";
    page_.html += std::exchange(item.task, -1) == 1 ? " checked> " : "> ";
    blocks_.back().label = true;
  }

  // Inside an admonition, the paragraphs of a tight item are paragraphs again.
  bool is_in_tight_item() const {
    const std::size_t size = blocks_.size();  // the paragraph is the last
    if (size < 3 || blocks_[size - 2].node != MarkdownNode::item) return false;
    if (!open_containers_.empty() && open_containers_.back().depth == size - 1) return false;
    return blocks_[size - 3].tight;
  }

  std::size_t enter_quote(std::size_t i) {
    const auto alert = read_alert(events_, i);
    if (!alert) {
      page_.html += "<blockquote>\n";
      return i;
    }
    blocks_.back().alert = true;
    text().end_line();
    write_admonition(page_.html, alert->kind, alert->title);
    text().add(alert->title);
    text().end_line();
    if (alert->paragraph_goes_on) {
      blocks_.push_back({MarkdownNode::paragraph});
      page_.html += "<p>";
    }
    return alert->last_event;
  }

  void write_code_block(const MarkdownEvent& event) {
    const std::string code = containers_.restore(event.text);
    const std::string_view language = event.title.substr(0, event.title.find_first_of(" \t,{"));
    page_.html += "<pre><code";
    if (!language.empty()) {
      page_.html += " class=\"language-";
      append_html(page_.html, language);
      page_.html += '"';
    }
    page_.html += '>';
    append_html(page_.html, code);
    page_.html += "</code></pre>\n";
    text().end_line();
    text().add_lines(code);
  }

  // ---- Tables.

  void enter_row(const MarkdownEvent& row) {
    in_header_row_ = row.flag;
    first_cell_ = true;
    if (row.flag) {
      page_.html += "<thead>\n";
    } else if (!in_table_body_) {
      page_.html += "<tbody>\n";
      in_table_body_ = true;
    }
    page_.html += "<tr>\n";
  }

  void enter_cell(const MarkdownEvent& cell) {
    page_.html += in_header_row_ ? "<th" : "<td";
    if (cell.number == 'l') page_.html += " align=\"left\"";
    if (cell.number == 'c') page_.html += " align=\"center\"";
    if (cell.number == 'r') page_.html += " align=\"right\"";
    page_.html += '>';
    if (!std::exchange(first_cell_, false)) text().add(" | ");
  }

  std::size_t leaving_event(std::size_t i) const {
    const MarkdownNode node = events_[i].node;
    do ++i;
    while (events_[i].node != node);
    return i;
  }

  bool holds_one_image(std::size_t paragraph) const {
    return events_[paragraph + 1].node == MarkdownNode::image &&
           InlineWriter::image_end(events_, paragraph + 1) + 1 == leaving_event(paragraph);
  }

  // ---- Headings and sections.

  const HeadingAttribute* attribute_of(const MarkdownEvent& heading) const {
    const auto found = attributes_.find(heading.line - 1);
    return found == attributes_.end() ? nullptr : &found->second;
  }

  void claim_explicit_ids() {
    for (const MarkdownEvent& event : events_)
      if (event.node == MarkdownNode::heading && event.enter)
        if (const auto* attribute = attribute_of(event); attribute && !attribute->id.empty())
          explicit_ids_.emplace(event.line, ids_.claim(attribute->id));
  }

  std::size_t enter_heading(std::size_t i) {
    const MarkdownEvent& event = events_[i];
    const std::size_t last = leaving_event(i);
    std::string title = plain_text(events_, i + 1, last);
    if (event.number == 1 && is_start_of_page()) {
      if (options_.outline) outline_.add_title(event, title);
      page_.heading = std::move(title);
      blocks_.pop_back();
      return last;
    }
    const auto explicit_id = explicit_ids_.find(event.line);
    std::string id =
        explicit_id != explicit_ids_.end() ? explicit_id->second : ids_.generate(title);
    const int level = std::max(event.number, 2);
    page_.html += "<h" + std::to_string(level) + " id=\"";
    append_html(page_.html, id);
    page_.html += '"';
    const auto* attribute = attribute_of(event);
    if (attribute != nullptr) write_applies_to(attribute->applies_to);
    page_.html += '>';
    in_heading_ = true;
    if (options_.outline) outline_.add_heading(event, level, id, title, attribute);
    if (!in_footnotes_) {
      sections_.push_back({{std::move(id), std::move(title), level, {}}, {}});
      target_ = sections_.size() - 1;
    }
    return i;
  }

  void write_applies_to(const std::vector<std::string>& values) {
    if (values.empty()) return;
    page_.html += " data-applies-to=\"";
    for (const std::string& value : values) {
      if (&value != &values.front()) page_.html += ' ';
      append_html(page_.html, value);
    }
    page_.html += '"';
  }

  void leave_heading(const MarkdownEvent& event) {
    page_.html += "</h" + std::to_string(std::max(event.number, 2)) + ">\n";
    in_heading_ = false;
    heading_text_ = {};
  }

  bool is_start_of_page() const {
    return page_.html.empty() && page_.heading.empty() && blocks_.size() == 2;
  }

  void note_lead(std::size_t i) {
    const bool aside = !open_containers_.empty() ||
                       std::any_of(blocks_.begin(), blocks_.end(),
                                   [](const OpenBlock& block) { return block.alert; });
    if (in_footnotes_ || !lead_.empty() || (aside && !aside_lead_.empty())) return;
    (aside ? aside_lead_ : lead_) = plain_text(events_, i + 1, leaving_event(i));
  }

  // ---- Footnotes: they come last, in the order of their numbers.

  // A footnote's text is found in the section that refers to it first.
  void note_reference(std::string_view number) {
    footnote_sections_.try_emplace(std::string(number), target_);
  }

  void enter_footnote() {
    if (!std::exchange(in_footnotes_, true)) {
      close_containers_at(1);
      page_.html += "<section class=\"footnotes\">\n<ol>\n";
    }
    const std::string number = std::to_string(++footnotes_);
    page_.html += "<li id=\"fn:" + number + "\">\n";
    const auto referred = footnote_sections_.find(number);
    target_ = referred == footnote_sections_.end() ? sections_.size() - 1 : referred->second;
    text().end_line();
  }

  void leave_footnote() {
    page_.html += "<p><a class=\"footnote-back\" href=\"#fnref:" + std::to_string(footnotes_) +
                  "\">↩</a></p>\n</li>\n";
  }

  // ---- Containers: `:::note` … `:::`.

  void write_html_block(const MarkdownEvent& event) {
    const std::size_t number = containers_.find(event.text);
    if (number == Containers::npos) {
      write_left_over_html(event.text);
    } else if (containers_[number].closes) {
      end_container(containers_[number].opened_by);
    } else {
      text().end_line();
      open_containers_.push_back({number, blocks_.size()});
      open_container(containers_[number]);
    }
  }

  void open_container(const ContainerMark& mark) {
    write_container_start(page_.html, mark);
    if (is_refused_video(mark))
      page_.problems.push_back({"`:::video` without an address",
                                line_place(options_.first_line + mark.line),
                                "write it as :::video https://video.example/watch"});
    text().add(shown_title(mark));
    text().end_line();
  }

  void end_container(std::size_t number) {
    const auto open = std::find_if(open_containers_.begin(), open_containers_.end(),
                                   [&](const OpenContainer& c) { return c.number == number; });
    if (open == open_containers_.end()) return;
    open->ended = true;
    close_ended_containers();
  }

  // Closes what ended, once the block in which it began is the innermost again.
  void close_ended_containers() {
    const auto ended =
        std::find_if(open_containers_.begin(), open_containers_.end(),
                     [&](const OpenContainer& c) { return c.ended && c.depth == blocks_.size(); });
    close_containers_from(static_cast<std::size_t>(ended - open_containers_.begin()));
  }

  void close_containers_at(std::size_t depth) {
    const auto first = std::find_if(open_containers_.begin(), open_containers_.end(),
                                    [&](const OpenContainer& c) { return c.depth >= depth; });
    close_containers_from(static_cast<std::size_t>(first - open_containers_.begin()));
  }

  void close_containers_from(std::size_t first) {
    while (open_containers_.size() > first) {
      write_container_end(page_.html, containers_[open_containers_.back().number]);
      open_containers_.pop_back();
      text().end_line();
    }
  }

  void write_left_over_html(std::string_view html) {
    const std::string left = text_of_html(html);
    if (left.empty()) return;
    page_.html += "<p>";
    append_html(page_.html, left);
    page_.html += "</p>\n";
    text().end_line();
    text().add(left);
    text().end_line();
  }

  void finish() {
    for (OpenSection& open : sections_) {
      open.section.text = open.text.take();
      page_.sections.push_back(std::move(open.section));
    }
    if (in_footnotes_) page_.html += "</ol>\n</section>\n";
    page_.files = inlines_.take_files();
    if (options_.outline) page_.outline = outline_.take();
    page_.lead = first_sentences(lead_.empty() ? aside_lead_ : lead_, kLeadCharacters);
  }

  const MarkdownEvents& events_;
  const Containers& containers_;
  const HeadingAttributes& attributes_;
  const MarkdownOptions& options_;

  RenderedMarkdown page_;
  OutlineWriter outline_;
  InlineWriter inlines_;
  std::vector<OpenBlock> blocks_;
  std::vector<OpenContainer> open_containers_;

  std::vector<OpenSection> sections_;
  std::size_t target_ = 0;  // the section that text goes to
  HeadingIds ids_;
  std::unordered_map<int, std::string> explicit_ids_;  // by the heading's line
  bool in_heading_ = false;
  PlainText heading_text_;  // of a heading: its section's title has it already

  bool in_table_body_ = false;
  bool in_header_row_ = false;
  bool first_cell_ = false;

  bool in_footnotes_ = false;
  int footnotes_ = 0;
  std::unordered_map<std::string, std::size_t> footnote_sections_;

  std::string lead_, aside_lead_;
};

}  // namespace

RenderedMarkdown write_article(const MarkdownEvents& events, const Containers& containers,
                               const HeadingAttributes& attributes,
                               const MarkdownOptions& options) {
  return ArticleWriter(events, containers, attributes, options).write();
}

}  // namespace kb

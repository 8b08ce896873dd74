#include "server/discovery/markdown_text.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/base/date.h"
#include "server/discovery/html_reader.h"

namespace kb {
namespace {

using std::string_view;
using Kind = HtmlPiece::Kind;

// "&lt;" or "&#60;": Markdown would read it as a character.
bool begins_entity(string_view text) {
  constexpr string_view kInside = "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const auto end = std::min(text.find_first_not_of(kInside, 1), text.size());
  return text.starts_with('&') && end > 1 && text.substr(end).starts_with(';');
}

// What would begin a heading, a list or a rule, were it the first of its line.
std::string with_escaped_start(std::string words) {
  const auto number = std::min(words.find_first_not_of("0123456789"), words.size());
  const auto mark = words.substr(number, 1);
  const auto after = words.substr(std::min(number + 1, words.size()), 1);
  const bool is_marker = number == 0 ? mark == "#" || mark == "+" || mark == "-" || mark == "="
                                     : mark == "." || mark == ")";
  if (is_marker && (after.empty() || after == " " || after == mark)) words.insert(number, "\\");
  return words;
}

// A code span with more backticks around it than there are inside.
std::string code_span(string_view code) {
  std::string fence = "`";
  while (code.find(fence) != code.npos) fence += '`';
  const bool touches = code.starts_with('`') || code.ends_with('`');
  const std::string space = touches ? " " : "";
  return fence + space + std::string(code) + space + fence;
}

class MarkdownWriter {
  static constexpr const char* kQuote = "> ";

 public:
  explicit MarkdownWriter(string_view origin) : origin_(origin) {}

  std::string write(string_view html) {
    HtmlReader reader(html);
    while (const auto piece = reader.next()) {
      if (piece->kind == Kind::text)
        add_text(piece->text);
      else if (piece->kind == Kind::open)
        open(*piece);
      else
        close(piece->name);
    }
    end_line();
    return std::move(out_);
  }

 private:
  struct List {
    bool ordered = false;
    int number = 1;
  };

  void open(const HtmlPiece& piece) {
    const auto name = piece.name;
    if (is_heading(name)) {
      begin_block();
      add(std::string(static_cast<std::size_t>(name[1] - '0'), '#') + " ");
    } else if (name == "p" || name == "summary" || name == "figure") {
      begin_block();
      bold_block_ = piece.has_class("admonition-title") || name == "summary";
      if (bold_block_) add("**");
    } else if (name == "blockquote" || name == "aside") {
      begin_block();
      if (line_open_) out_ += kQuote;  // first in an item or in another quote
      prefixes_.emplace_back(kQuote);
      add(string_view());
      fresh_ = true;
    } else if (name == "ul" || name == "ol") {
      List list{name == "ol", 1};
      const auto start = piece.attribute("start");
      std::from_chars(start.data(), start.data() + start.size(), list.number);
      if (lists_.empty() || list.number != 1) begin_block();
      lists_.push_back(list);
    } else if (name == "li") {
      open_item(piece.attribute("id"));
    } else if (name == "pre") {
      code_.emplace();
    } else if (name == "code") {
      open_code(piece);
    } else if (name == "a") {
      open_link(piece);
    } else if (name == "sup") {
      in_reference_ = piece.has_class("footnote-ref");
      if (in_reference_) add("[^");
    } else if (name == "img") {
      add("![" + words(piece.attribute("alt")) + "](" + address(piece.attribute("src")) + ")");
    } else if (name == "em") {
      add("*");
    } else if (name == "strong") {
      if (!bold_block_) add("**");
    } else if (name == "del") {
      add("~~");
    } else if (name == "br") {
      if (in_cell_) return add("<br>");
      add("\\");
      end_line();
    } else if (name == "hr") {
      begin_block();
      add("---");
    } else if (name == "input") {
      add(piece.tag.find(" checked") != piece.tag.npos ? "[x]" : "[ ]");
    } else if (name == "table") {
      begin_block();
      in_table_ = true;
    } else if (name == "tr") {
      end_line();
      add("|");
      columns_ = 0;
    } else if (name == "th" || name == "td") {
      add(" ");
      ++columns_;
      in_cell_ = true;
    }
  }

  void close(string_view name) {
    if (name == "p" || name == "summary") {
      if (bold_block_) add("**");
      bold_block_ = false;
      end_line();
    } else if (is_heading(name) || name == "figure") {
      end_line();
    } else if (name == "blockquote" || name == "aside") {
      end_line();
      if (!prefixes_.empty()) prefixes_.pop_back();
    } else if (name == "ul" || name == "ol") {
      end_line();
      if (!lists_.empty()) lists_.pop_back();
    } else if (name == "li") {
      end_line();
      gap_.reset();
      if (!prefixes_.empty()) prefixes_.pop_back();
    } else if (name == "pre") {
      close_code_block();
    } else if (name == "code") {
      if (span_) add(in_place(code_span(*span_)));
      span_.reset();
    } else if (name == "a") {
      if (!links_.empty() && !links_.back().empty()) add("](" + address(links_.back()) + ")");
      if (!links_.empty()) links_.pop_back();
      in_back_link_ = false;
    } else if (name == "sup") {
      if (in_reference_) add("]");
      in_reference_ = false;
    } else if (name == "em") {
      add("*");
    } else if (name == "strong") {
      if (!bold_block_) add("**");
    } else if (name == "del") {
      add("~~");
    } else if (name == "th" || name == "td") {
      add(" |");
      in_cell_ = false;
    } else if (name == "thead") {
      end_line();
      std::string rule = "|";
      for (int i = 0; i < columns_; ++i) rule += " --- |";
      add(rule);
      end_line();
    } else if (name == "tr") {
      end_line();
    } else if (name == "table") {
      in_table_ = false;
    }
  }

  static bool is_heading(string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  }

  // "fn:1" is the id of a footnote.
  void open_item(string_view id) {
    constexpr string_view kFootnote = "fn:";
    constexpr std::size_t kFootnoteIndent = 4;
    if (!fresh_) end_line();
    const bool is_footnote = id.starts_with(kFootnote);
    std::string marker = "- ";
    if (is_footnote)
      marker = "[^" + std::string(id.substr(kFootnote.size())) + "]: ";
    else if (!lists_.empty() && lists_.back().ordered)
      marker = std::to_string(lists_.back().number++) + ". ";
    add(marker);
    prefixes_.emplace_back(is_footnote ? kFootnoteIndent : marker.size(), ' ');
    fresh_ = true;
  }

  void open_link(const HtmlPiece& piece) {
    in_back_link_ = piece.has_class("footnote-back");
    const bool shows_image = piece.has_class("image-link");  // itself, in full size
    const bool is_mark = in_back_link_ || in_reference_ || shows_image;
    links_.push_back(is_mark ? std::string() : piece.attribute("href"));
    if (!links_.back().empty()) add("[");
  }

  // `<pre><code class="language-json">`: the class says the language.
  void open_code(const HtmlPiece& piece) {
    if (!code_) return void(span_.emplace());
    constexpr string_view kLanguage = "language-";
    const auto css_class = piece.attribute("class");
    if (css_class.starts_with(kLanguage)) code_->language = css_class.substr(kLanguage.size());
  }

  void close_code_block() {
    if (!code_) return;
    std::string fence = "```";
    while (code_->text.find(fence) != std::string::npos) fence += '`';
    const CodeBlock block = std::move(*code_);
    code_.reset();
    begin_block();
    add(fence + block.language);
    end_line();
    for (string_view rest = block.text; !rest.empty();) {
      const auto line = rest.substr(0, rest.find('\n'));
      add(line.empty() ? string_view("") : line);
      new_line();
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    }
    add(fence);
    end_line();
  }

  void add_text(const std::string& text) {
    if (in_back_link_) return;
    if (code_) {
      code_->text += text;
    } else if (span_) {
      *span_ += text;
    } else if (text.find_first_not_of(" \n") == text.npos) {
      const bool between_cells = in_table_ && !in_cell_;
      if (line_open_ && !between_cells && !out_.ends_with(' ')) add(" ");
    } else {
      const bool starts_line = !line_open_ || fresh_;
      const auto first = starts_line ? text.find_first_not_of(" \n") : 0;
      const auto shown = words(string_view(text).substr(first));
      add(starts_line ? with_escaped_start(shown) : shown);
    }
  }

  std::string words(string_view text) const { return in_place(markdown_escaped(text)); }

  // In a table's cell a bar would end it, in code, too.
  std::string in_place(std::string text) const {
    if (in_cell_)
      for (auto at = text.find('|'); at != text.npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    return text;
  }

  // A paragraph apart from what is before it; but the first in an item or a quote goes on its line.
  void begin_block() {
    if (fresh_) return;
    end_line();
    if (out_.empty()) return;
    const auto around = prefix();
    gap_ = around.substr(0, around.find_last_not_of(' ') + 1) + "\n";
  }

  std::string prefix() const {
    std::string all;
    for (const auto& part : prefixes_) all += part;
    return all;
  }

  void add(string_view text) {
    if (!line_open_) {
      if (gap_) out_ += *gap_;
      gap_.reset();
      out_ += prefix();
      line_open_ = true;
    }
    out_ += text;
    if (!text.empty()) fresh_ = false;
  }

  void new_line() {
    while (out_.ends_with(' ')) out_.pop_back();
    out_ += '\n';
    line_open_ = false;
  }

  void end_line() {
    if (line_open_) new_line();
    fresh_ = false;
  }

  std::string address(const std::string& url) const {
    const bool from_root = url.starts_with('/') && !url.starts_with("//");
    const std::string whole = from_root ? std::string(origin_) + url : url;
    return whole.find_first_of(" ()") == whole.npos ? whole : "<" + whole + ">";
  }

  struct CodeBlock {
    std::string language;
    std::string text;
  };

  string_view origin_;
  std::string out_;
  bool line_open_ = false;
  bool fresh_ = false;         // an item or a quote has just begun
  bool in_reference_ = false;  // to a footnote
  bool in_back_link_ = false;  // from a footnote: Markdown makes its own
  bool in_table_ = false;
  bool in_cell_ = false;
  bool bold_block_ = false;
  int columns_ = 0;
  std::optional<std::string> gap_;   // the empty line before the next
  std::optional<std::string> span_;  // of code, in a line
  std::optional<CodeBlock> code_;
  std::vector<std::string> prefixes_;
  std::vector<List> lists_;
  std::vector<std::string> links_;
};

// The quality of a media type in an Accept header: "text/markdown;q=0.8" -> 0.8; 0: not named.
double quality(string_view accept, string_view type) {
  for (string_view rest = accept; !rest.empty();) {
    const auto comma = std::min(rest.find(','), rest.size());
    string_view range = rest.substr(0, comma);
    rest.remove_prefix(std::min(rest.size(), comma + 1));
    range.remove_prefix(std::min(range.find_first_not_of(" \t"), range.size()));
    const auto semicolon = std::min(range.find(';'), range.size());
    auto name = range.substr(0, semicolon);
    while (name.ends_with(' ')) name.remove_suffix(1);
    if (name != type) continue;
    const auto q = range.find("q=", semicolon);
    double value = 1;
    if (q != range.npos) std::from_chars(range.data() + q + 2, range.data() + range.size(), value);
    return value;
  }
  return 0;
}

}  // namespace

std::string markdown_escaped(string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (string_view("\\`*_[]<>~").find(c) != string_view::npos || begins_entity(text.substr(i)))
      out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string markdown_text(string_view html, string_view origin) {
  return MarkdownWriter(origin).write(html);
}

std::string markdown_article(const MarkdownArticle& article) {
  std::string text = "# " + markdown_escaped(article.title) + "\n\n";
  if (!article.summary.empty())
    text += with_escaped_start(markdown_escaped(article.summary)) + "\n\n";
  text += markdown_text(article.html, article.origin);
  text += "\n---\n\n" + article.url + "\n";
  if (article.updated) text += "Updated " + iso_date(*article.updated) + "\n";
  return text;
}

bool prefers_markdown(string_view accept) {
  const double markdown = quality(accept, "text/markdown");
  return markdown > 0 && markdown >= quality(accept, "text/html");
}

}  // namespace kb

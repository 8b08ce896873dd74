#include "core/tickets/message_html.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/text/html_entity.h"

namespace kb::tickets {
namespace {

constexpr std::array<std::string_view, 26> kBlocks = {
    "p",       "div",     "br",     "li",     "ul",   "ol",   "tr",  "table", "h1",
    "h2",      "h3",      "h4",     "h5",     "h6",   "hr",   "dt",  "dd",    "dl",
    "section", "article", "header", "footer", "body", "form", "pre", "title"};
constexpr std::array<std::string_view, 16> kInline = {
    "a",   "b",    "i",  "u",  "em",   "strong", "span",   "font",
    "img", "html", "td", "th", "head", "style",  "script", "blockquote"};
// What is in them is nothing to read.
constexpr std::array<std::string_view, 6> kSilent = {"script", "style",    "head",
                                                     "title",  "noscript", "template"};

template <std::size_t Size>
bool is_in(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

struct Tag {
  std::string name;  // lower case
  bool closes = false;
  std::string_view attributes;
  std::size_t size = 0;  // with both brackets; 0: no tag
};

Tag read_tag(std::string_view html) {
  Tag tag;
  std::size_t at = 1;
  if (at < html.size() && html[at] == '/') {
    tag.closes = true;
    ++at;
  }
  while (at < html.size() && at < 16 && std::isalnum(static_cast<unsigned char>(html[at])) != 0)
    tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(html[at++])));
  if (tag.name.empty() || std::isdigit(static_cast<unsigned char>(tag.name.front())) != 0)
    return tag;
  // <ana@example.com> is no tag.
  if (at < html.size() && std::string_view("/> \t\r\n").find(html[at]) == std::string_view::npos)
    return tag;
  const std::size_t begin = at;
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      tag.attributes = html.substr(begin, at - begin);
      tag.size = at + 1;
      return tag;
    }
  }
  // A quote that nobody closes hides the end of the tag.
  if (const auto end = html.find('>'); end != html.npos) tag.size = end + 1;
  return tag;
}

std::string attribute(const Tag& tag, std::string_view name) {
  for (auto at = tag.attributes.find(name); at != std::string_view::npos;
       at = tag.attributes.find(name, at + 1)) {
    auto value = tag.attributes.substr(at + name.size());
    if (!value.starts_with('=')) continue;
    value.remove_prefix(1);
    const char quote = value.empty() ? ' ' : value.front();
    if (quote == '"' || quote == '\'') value.remove_prefix(1);
    return text::without_entities(value.substr(
        0, quote == '"' || quote == '\'' ? value.find(quote) : value.find_first_of(" \t\r\n")));
  }
  return {};
}

// Lines of text, spaces as one, "> " where something is quoted.
class Lines {
 public:
  explicit Lines(bool keep_breaks) : keep_breaks_(keep_breaks) {}

  void add(std::string_view text) {
    for (const char c : text) {
      if (c == '\n' && keep_breaks_) {
        line_empty_ ? end_paragraph() : end_line();
        continue;
      }
      const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (space) {
        gap_ = !line_empty_;
        continue;
      }
      if (line_empty_)
        for (int i = 0; i < quoted_; ++i) text_ += "> ";
      else if (gap_)
        text_ += ' ';
      gap_ = line_empty_ = false;
      text_ += c;
    }
  }

  void end_line() {
    gap_ = false;
    if (line_empty_) return;
    text_ += '\n';
    line_empty_ = true;
  }

  // Two breaks in a row are an empty line, more are no more.
  void end_paragraph() {
    end_line();
    if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
  }

  void quote(bool begins) {
    end_line();
    quoted_ = std::clamp(quoted_ + (begins ? 1 : -1), 0, 9);
  }

  bool ends_with(std::string_view text) const { return text_.ends_with(text); }

  std::string take() {
    while (!text_.empty() && (text_.back() == '\n' || text_.back() == ' ')) text_.pop_back();
    return std::move(text_);
  }

 private:
  std::string text_;
  bool keep_breaks_;
  bool line_empty_ = true;
  bool gap_ = false;
  int quoted_ = 0;
};

class Reader {
 public:
  Reader(std::string_view html, bool keep_breaks) : html_(html), lines_(keep_breaks) {}

  std::string read() {
    while (at_ < html_.size()) {
      const auto rest = html_.substr(at_);
      if (rest.front() == '<') {
        at_ += markup(rest);
      } else if (rest.front() == '&') {
        std::string character;
        const std::size_t taken = text::append_entity(rest, character);
        lines_.add(taken == 0 ? "&" : std::string_view(character));
        at_ += std::max<std::size_t>(1, taken);
      } else {
        const auto end = std::min(rest.find_first_of("<&"), rest.size());
        lines_.add(rest.substr(0, end));
        at_ += end;
      }
    }
    return lines_.take();
  }

 private:
  std::size_t markup(std::string_view rest) {
    if (rest.starts_with("<!--")) {
      const auto end = rest.find("-->");
      return end == rest.npos ? rest.size() : end + 3;
    }
    if (rest.starts_with("<!") || rest.starts_with("<?")) {
      const auto end = rest.find('>');
      return end == rest.npos ? rest.size() : end + 1;
    }
    const Tag tag = read_tag(rest);
    if (tag.size == 0) {
      lines_.add("<");
      return 1;
    }
    if (is_in(kSilent, tag.name) && !tag.closes) return tag.size + silence(rest, tag);
    follow(tag);
    return tag.size;
  }

  // Up to the end of a script, a style and the like; what is never closed hides the rest.
  static std::size_t silence(std::string_view rest, const Tag& tag) {
    for (std::size_t at = tag.size; (at = rest.find("</", at)) != rest.npos; at += 2) {
      const Tag end = read_tag(rest.substr(at, 40));
      if (end.name == tag.name) return at + std::max<std::size_t>(end.size, 2) - tag.size;
    }
    return rest.size() - tag.size;
  }

  void follow(const Tag& tag) {
    if (tag.name == "a") {
      if (!tag.closes) {
        link_ = attribute(tag, "href");
      } else {
        end_link();
      }
    } else if (tag.name == "blockquote") {
      lines_.quote(!tag.closes);
    } else if (tag.name == "p" || (tag.name.size() == 2 && tag.name[0] == 'h')) {
      lines_.end_paragraph();
    } else if (tag.name == "li" && !tag.closes) {
      lines_.end_line();
      lines_.add("- ");
    } else if (tag.name == "td" || tag.name == "th") {
      lines_.add(" ");
    } else if (is_in(kBlocks, tag.name)) {
      lines_.end_line();
    }
  }

  // Where the text is not the address itself.
  void end_link() {
    const bool web = link_.starts_with("http://") || link_.starts_with("https://");
    if (web && !lines_.ends_with(link_)) lines_.add(" (" + link_ + ")");
    link_.clear();
  }

  std::string_view html_;
  std::size_t at_ = 0;
  Lines lines_;
  std::string link_;
};

}  // namespace

std::string text_of_message(std::string_view html, LineBreaks breaks) {
  return Reader(html, breaks == LineBreaks::kept).read();
}

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const Tag tag = read_tag(text.substr(at, 400));
    if (tag.size > 0 && (is_in(kBlocks, tag.name) || is_in(kInline, tag.name))) return true;
  }
  return false;
}

}  // namespace kb::tickets

#include "indexer/markdown/template_debris.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "indexer/markdown/markdown_lines.h"
#include "indexer/markdown/markup_tag.h"

namespace kb {
namespace {

using std::string_view;

constexpr std::size_t kLongestTemplateTag = 4096;
constexpr std::size_t kLongestBackticks = 64;
constexpr int kMostBlanks = 8;  // between a link definition's label and its target

constexpr auto kInlineElements = std::to_array<string_view>(
    {"a",     "abbr", "b",      "bdi",    "bdo",  "cite", "code", "data", "del",  "dfn", "em",
     "font",  "i",    "ins",    "kbd",    "mark", "q",    "rp",   "rt",   "ruby", "s",   "samp",
     "small", "span", "strike", "strong", "sub",  "sup",  "time", "tt",   "u",    "var", "wbr"});

bool is_line_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

string_view trim_line(string_view text) {
  while (!text.empty() && is_line_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_line_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool contains(const auto& words, string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A Markdown image; its alternative text loses what would end it.
std::string image(string_view source, string_view alt) {
  std::string text = "![";
  for (const char c : alt)
    if (c != '[' && c != ']' && c != '\n') text += c;
  text += "](<";
  for (const char c : source)
    if (c != '<' && c != '>' && c != '\n') text += c;
  return text + ">)";
}

// The target of `ref "a.md"` or `relref "a.md" "html"`; empty for other shortcodes.
string_view reference_target(string_view shortcode) {
  const std::size_t name_end = std::min(shortcode.find_first_of(" \t"), shortcode.size());
  const string_view name = shortcode.substr(0, name_end);
  if (name != "ref" && name != "relref") return {};
  const string_view target = trim_line(shortcode.substr(name_end));
  if (target.empty()) return {};
  const char quote = target.front();
  if (quote != '"' && quote != '`' && quote != '\'') return target.substr(0, target.find(' '));
  return target.substr(1, target.find(quote, 1) - 1);
}

// Does a paragraph of an .mdx file consist of JavaScript's import or export?
bool is_module_code(string_view text) {
  const auto word_follows = [&](string_view keyword) {
    return text.starts_with(keyword) && text.size() > keyword.size() &&
           (is_line_blank(text[keyword.size()]) || text[keyword.size()] == '{');
  };
  if (word_follows("import")) {
    const string_view what = trim_line(text.substr(6));
    const bool quoted = what.starts_with('"') || what.starts_with('\'');
    return quoted || text.find(" from '") != text.npos || text.find(" from \"") != text.npos;
  }
  if (!word_follows("export")) return false;
  const string_view what = trim_line(text.substr(6));
  static constexpr auto kStarts =
      std::to_array<string_view>({"const ", "let ", "var ", "function ", "function*", "async ",
                                  "class ", "default ", "{", "*"});
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](string_view start) { return what.starts_with(start); });
}

class DebrisRemover {
 public:
  DebrisRemover(string_view source, bool mdx)
      : source_(source), mdx_(mdx), lines_(scan_lines(source)) {}

  std::string remove() {
    out_.reserve(source_.size() + 64);
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].end < at_) {
        ++i;
      } else if (lines_[i].is_code()) {
        copy_code(std::max(at_, lines_[i].begin), end_with_newline(i));
        ++i;
      } else {
        const std::size_t last = last_line_of_paragraph(i);
        clean(std::max(at_, lines_[i].begin), end_with_newline(last));
        i = last + 1;
      }
    }
    return std::move(out_);
  }

 private:
  std::size_t end_with_newline(std::size_t i) const {
    return std::min(lines_[i].end + 1, source_.size());
  }

  std::size_t last_line_of_paragraph(std::size_t i) const {
    while (i + 1 < lines_.size() && !lines_[i + 1].is_code() &&
           lines_[i + 1].kind != MarkdownLine::Kind::blank)
      ++i;
    return i;
  }

  void copy(std::size_t end) {
    out_ += source_.substr(at_, end - at_);
    at_ = end;
  }

  // Passes over debris, which may reach beyond its paragraph; its newlines stay.
  void drop(std::size_t end) {
    const string_view dropped = source_.substr(at_, end - at_);
    out_.append(static_cast<std::size_t>(std::count(dropped.begin(), dropped.end(), '\n')), '\n');
    at_ = end;
  }

  // Code is literal, but for the way in which Hugo's documents show a shortcode.
  void copy_code(std::size_t begin, std::size_t end) {
    at_ = begin;
    while (at_ < end) {
      const string_view rest = source_.substr(at_, end - at_);
      const std::size_t brace = rest.find("{{");
      copy(at_ + std::min(brace, rest.size()));
      if (brace == rest.npos || copy_escaped_shortcode(end, "<")) continue;
      copy(at_ + 2);
    }
  }

  // `{{</* x */>}}` -> `{{< x >}}`; `less` is how the angle bracket is written.
  bool copy_escaped_shortcode(std::size_t end, string_view less) {
    const string_view rest = source_.substr(at_, end - at_);
    const bool angle = rest.starts_with("{{</*");
    if (!angle && !rest.starts_with("{{%/*")) return false;
    const string_view close = angle ? "*/>}}" : "*/%}}";
    const std::size_t found = next(close, at_ + 5);
    if (found >= end || found - at_ > kLongestTemplateTag) return false;
    const std::size_t inside_end = found - at_;
    out_ += "{{";
    out_ += angle ? less : "%";
    out_ += rest.substr(5, inside_end - 5);
    out_ += close.substr(2);
    at_ += inside_end + close.size();
    return true;
  }

  void clean(std::size_t begin, std::size_t end) {
    at_ = begin;
    if (mdx_ && drop_module_code(end)) return;
    give_up_until_ = 0;
    unmatched_ = {};
    while (at_ < end) {
      const std::size_t special = std::min(source_.find_first_of("\\`<{", at_), end);
      copy(special);
      if (at_ < end) clean_special(end);
    }
  }

  void clean_special(std::size_t end) {
    switch (source_[at_]) {
      case '\\':
        return copy(std::min(at_ + 2, end));
      case '`':
        return copy_backticks(end);
      case '<':
        return clean_angle(end);
      default:
        return clean_brace(end);
    }
  }

  // A module's code ends at a blank line, but not within its braces.
  bool drop_module_code(std::size_t paragraph_end) {
    if (at_ > 0 && source_[at_ - 1] != '\n') return false;
    if (!is_module_code(source_.substr(at_, paragraph_end - at_))) return false;
    int depth = 0;
    std::size_t end = at_;
    for (; end < source_.size(); ++end) {
      const char c = source_[end];
      if (c == '{') ++depth;
      if (c == '}') --depth;
      if (depth <= 0 && c == '\n' && end + 1 >= paragraph_end) break;
      if (depth <= 0 && source_.substr(end).starts_with("\n\n")) break;
    }
    drop(std::min(end + 1, source_.size()));
    return true;
  }

  void copy_backticks(std::size_t end) {
    const std::size_t after = std::min(source_.find_first_not_of('`', at_), end);
    const std::size_t length = after - at_;
    const std::size_t close = find_backticks(after, end, length);
    if (close == string_view::npos) return copy(after);
    copy_code(at_, close + length);
  }

  // The next run of exactly `length` backticks; each length is searched for in vain only once.
  std::size_t find_backticks(std::size_t from, std::size_t end, std::size_t length) {
    if (length >= kLongestBackticks || unmatched_[length]) return string_view::npos;
    for (std::size_t at = source_.find('`', from); at < end; at = source_.find('`', at)) {
      const std::size_t after = std::min(source_.find_first_not_of('`', at), end);
      if (after - at == length) return at;
      at = after;
    }
    unmatched_[length] = true;
    return string_view::npos;
  }

  // `[text](` or `[label]: ` came just before: what follows is a link's target.
  bool at_link_target() const {
    string_view before = out_;
    if (before.ends_with("](")) return true;
    for (int blanks = 0; blanks < kMostBlanks && before.ends_with(' '); ++blanks)
      before.remove_suffix(1);
    return before.ends_with("]:");
  }

  void clean_angle(std::size_t end) {
    if (source_.substr(at_).starts_with("<!--")) return drop_comment("-->", 4);
    if (at_link_target()) {
      const std::size_t close = source_.find_first_of(">\n", at_);
      return copy(std::min(close == string_view::npos ? end : close + 1, end));
    }
    if (at_ < give_up_until_) return copy(at_ + 1);
    const MarkupTag tag = read_tag(source_.substr(at_));
    if (tag.size == 0 || (tag.name.empty() && !mdx_)) {
      // What was searched in vain is not searched again from each `<` in it.
      if (tag.looked > 256) give_up_until_ = at_ + tag.looked;
      return copy(at_ + 1);
    }
    clean_tag(tag);
  }

  void drop_comment(string_view close, std::size_t opening) {
    const std::size_t found = next(close, at_ + opening);
    if (found == string_view::npos) return copy(at_ + opening);
    drop(found + close.size());
  }

  void clean_tag(const MarkupTag& tag) {
    if (tag.name == "br") {
      out_ += "<br>";
      at_ += tag.size;
    } else if (tag.name == "img" && !tag.closing) {
      const string_view alt = tag.attribute("alt"), src = tag.attribute("src");
      out_ += src.empty() ? std::string(alt) : image(src, alt);
      drop(at_ + tag.size);
    } else {
      if (!contains(kInlineElements, tag.name)) separate();
      const bool is_text = tag.name != "script" && tag.name != "style";
      drop(at_ + tag.size);
      if (!is_text && !tag.closing && !tag.self_closing && !unclosed_[tag.name == "style"])
        drop_until_closed(tag.name);
    }
  }

  void drop_until_closed(string_view name) {
    std::size_t end = at_;
    while ((end = next("</", end)) != string_view::npos) {
      const MarkupTag tag = read_tag(source_.substr(end));
      end += std::max<std::size_t>(tag.size, 2);
      if (tag.size > 0 && tag.name == name) return drop(end);
    }
    unclosed_[name == "style"] = true;
  }

  // The text before and after an element of its own must not grow together.
  void separate() {
    if (!out_.empty() && !is_line_blank(out_.back())) out_ += ' ';
  }

  void clean_brace(std::size_t end) {
    const string_view rest = source_.substr(at_);
    if (copy_escaped_shortcode(end, "&lt;")) return;
    if (rest.starts_with("{{<")) return clean_shortcode(">}}");
    if (rest.starts_with("{{%")) return clean_shortcode("%}}");
    if (rest.starts_with("{{{")) return clean_template_tag("}}}");
    if (rest.starts_with("{{")) return clean_template_tag("}}");
    if (rest.starts_with("{%")) return clean_template_tag("%}");
    if (rest.starts_with("{:")) return clean_template_tag("}");
    if (rest.starts_with("{/*")) return drop_comment("*/}", 3);
    const bool heading_attribute = rest.starts_with("{#") || rest.starts_with("{applies_to=");
    if (mdx_ && !heading_attribute && at_ >= give_up_until_) {
      const std::size_t size = braces_size(rest);
      if (size > 0) return drop(at_ + size);
      give_up_until_ = std::min(at_ + kLongestTemplateTag, source_.size());
    }
    copy(at_ + 1);
  }

  // Where `close` ends, in the tag at `at_`; npos if it is in no sensible distance.
  std::size_t template_tag_end(string_view close) {
    const std::size_t found = next(close, at_ + close.size());
    return found - at_ > kLongestTemplateTag ? string_view::npos : found + close.size();
  }

  // The next `close` in the source, or npos. Each is looked for once, however often it is asked
  // for, since it is asked for from places further and further on.
  std::size_t next(string_view close, std::size_t from) {
    auto known = std::find_if(next_.begin(), next_.end(),
                              [&](const Next& candidate) { return candidate.close == close; });
    if (known == next_.end()) known = next_.insert(known, {close, 0});
    if (known->at < from) known->at = source_.find(close, from);
    return known->at;
  }

  void clean_shortcode(string_view close) {
    const std::size_t end = template_tag_end(close);
    if (end == string_view::npos) return copy(at_ + 2);
    const string_view inside = trim_line(source_.substr(at_ + 3, end - at_ - 6));
    if (const string_view target = reference_target(inside); !target.empty() && at_link_target())
      out_.append("<").append(target).append(">");
    else if (inside.starts_with("figure ") && !quoted_attribute(inside, "src").empty())
      out_ += image(quoted_attribute(inside, "src"), quoted_attribute(inside, "alt"));
    drop(end);
  }

  void clean_template_tag(string_view close) {
    const std::size_t end = template_tag_end(close);
    if (end == string_view::npos) return copy(at_ + 2);
    drop(end);
  }

  struct Next {
    string_view close;
    std::size_t at;
  };

  string_view source_;
  bool mdx_;
  std::vector<Next> next_;
  std::array<bool, 2> unclosed_{};  // no `</script>`, no `</style>` follows
  std::vector<MarkdownLine> lines_;
  std::string out_;
  std::size_t at_ = 0;             // how far the source is read
  std::size_t give_up_until_ = 0;  // before it, no tag and no expression ends
  std::array<bool, kLongestBackticks> unmatched_{};
};

}  // namespace

std::string remove_template_debris(string_view source, bool mdx) {
  if (source.find_first_of("<{") == source.npos && !(mdx && source.find("port") != source.npos))
    return std::string(source);
  return DebrisRemover(source, mdx).remove();
}

}  // namespace kb

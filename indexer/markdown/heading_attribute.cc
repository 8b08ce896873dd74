#include "indexer/markdown/heading_attribute.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/markdown/ascii_letter.h"
#include "indexer/markdown/heading_id.h"
#include "indexer/markdown/markdown_lines.h"

namespace kb {
namespace {

using LineKind = MarkdownLine::Kind;
using std::string_view;

constexpr string_view kBlanks = " \t";

string_view trim_right(string_view text) {
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

bool is_atx_heading(string_view content) {
  const std::size_t hashes = std::min(content.find_first_not_of('#'), content.size());
  return hashes >= 1 && hashes <= 6 && hashes < content.size() &&
         (content[hashes] == ' ' || content[hashes] == '\t');
}

bool is_underline(string_view content) {
  content = trim_right(content);
  return !content.empty() && (content.find_first_not_of('=') == content.npos ||
                              content.find_first_not_of('-') == content.npos);
}

// "## Title ##" without the hashes at its end.
string_view without_closing_hashes(string_view heading) {
  heading = trim_right(heading);
  const std::size_t last = heading.find_last_not_of('#');
  if (last == heading.npos || (heading[last] != ' ' && heading[last] != '\t')) return heading;
  return trim_right(heading.substr(0, last));
}

// What stands in the braces at the end of a heading; empty if there are none.
string_view in_braces(string_view heading) {
  if (!heading.ends_with('}')) return {};
  const std::size_t brace = heading.rfind('{');
  if (brace == heading.npos || brace == 0) return {};
  if (heading[brace - 1] == '\\' || heading[brace - 1] == '{') return {};
  return heading.substr(brace + 1, heading.size() - brace - 2);
}

// One of `#id`, `.class` and `key=value`; something else has no `kind`.
struct Token {
  char kind = 0;      // '#', '.' or '='
  string_view key;    // of '='
  string_view value;  // without quotes
};

// Takes the first token from `rest`; blanks within quotes belong to it.
Token take_token(string_view& rest) {
  const std::size_t end = std::min(rest.find_first_of(kBlanks), rest.size());
  const string_view word = rest.substr(0, end);
  const std::size_t equals = word.find('=');
  if (equals == word.npos || !is_ascii_letter(word.front())) {
    rest.remove_prefix(end);
    const bool named = word.size() > 1 && (word.front() == '#' || word.front() == '.');
    return named ? Token{word.front(), {}, word.substr(1)} : Token{};
  }
  const string_view key = word.substr(0, equals);
  rest.remove_prefix(equals + 1);
  const char quote = rest.empty() ? '\0' : rest.front();
  const std::size_t close = quote == '"' || quote == '\'' ? rest.find(quote, 1) : rest.npos;
  if (close == rest.npos) {
    const string_view value = rest.substr(0, end - equals - 1);
    rest.remove_prefix(value.size());
    return {'=', key, value};
  }
  const string_view value = rest.substr(1, close - 1);
  rest.remove_prefix(close + 1);
  return {'=', key, value};
}

std::vector<std::string> split_values(string_view text) {
  std::vector<std::string> values;
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(", \t"), text.size()));
    if (text.empty()) return values;
    const std::size_t end = std::min(text.find_first_of(", \t"), text.size());
    values.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

// What the braces say; nullopt where they are text.
std::optional<HeadingAttribute> read_attributes(string_view inside) {
  HeadingAttribute read;
  bool any = false;
  for (;;) {
    inside.remove_prefix(std::min(inside.find_first_not_of(kBlanks), inside.size()));
    if (inside.empty()) break;
    const Token token = take_token(inside);
    any |= token.kind != 0;
    if (token.kind == '#' && read.id.empty() && is_heading_id(token.value)) read.id = token.value;
    if (token.kind == '=' && token.key == "applies_to") read.applies_to = split_values(token.value);
  }
  if (!any) return std::nullopt;
  return read;
}

// Most sources have no brace that could begin attributes: they are not looked at line by line.
bool may_have_attributes(string_view source) {
  for (std::size_t at = source.find('{'); at != source.npos; at = source.find('{', at + 1)) {
    const char next = at + 1 < source.size() ? source[at + 1] : '\0';
    const bool doubled = at > 0 && source[at - 1] == '{';
    if (!doubled && (next == '#' || next == '.' || next == ' ' || is_ascii_letter(next)))
      return true;
  }
  return false;
}

class Taker {
 public:
  explicit Taker(string_view source) : source_(source), lines_(scan_lines(source)) {}

  HeadingAttributes take() {
    kept_.reserve(source_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      kept_ += is_heading(i) ? heading(i) : lines_[i].text(source_);
      if (lines_[i].end < source_.size()) kept_ += '\n';
    }
    return std::move(attributes_);
  }

  std::string kept() { return std::move(kept_); }

 private:
  bool is_heading(std::size_t i) const {
    if (lines_[i].kind != LineKind::text) return false;
    if (is_atx_heading(lines_[i].content_of(source_))) return true;
    return i + 1 < lines_.size() && lines_[i + 1].kind == LineKind::text &&
           is_underline(lines_[i + 1].content_of(source_));
  }

  string_view heading(std::size_t i) {
    const string_view line = lines_[i].text(source_);
    const string_view open = without_closing_hashes(line);
    const string_view inside = in_braces(open);
    auto attribute = read_attributes(inside);
    if (!attribute) return line;
    attributes_.emplace(static_cast<int>(i), std::move(*attribute));
    return trim_right(open.substr(0, open.size() - inside.size() - 2));
  }

  string_view source_;
  std::vector<MarkdownLine> lines_;
  HeadingAttributes attributes_;
  std::string kept_;
};

}  // namespace

HeadingAttributes take_heading_attributes(std::string& source) {
  if (!may_have_attributes(source)) return {};
  Taker taker(source);
  HeadingAttributes attributes = taker.take();
  source = taker.kept();
  return attributes;
}

}  // namespace kb

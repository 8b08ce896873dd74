#include "indexer/markdown/heading_attribute.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/markdown/heading_id.h"
#include "indexer/markdown/markdown_lines.h"

namespace kb {
namespace {

using Kind = MarkdownLine::Kind;
using std::string_view;

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
string_view attributes_of(string_view heading) {
  if (!heading.ends_with('}')) return {};
  const std::size_t brace = heading.rfind('{');
  if (brace == heading.npos || brace == 0 || heading[brace - 1] == '\\') return {};
  const string_view inside = heading.substr(brace + 1, heading.size() - brace - 2);
  if (!inside.starts_with('#') && !inside.starts_with('.')) return {};
  return inside;
}

string_view id_of(string_view attributes) {
  if (!attributes.starts_with('#')) {
    const std::size_t hash = attributes.find(" #");
    if (hash == attributes.npos) return {};
    attributes.remove_prefix(hash + 1);
  }
  return attributes.substr(1, attributes.find_first_of(" \t") - 1);
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
    return std::move(ids_);
  }

  std::string kept() { return std::move(kept_); }

 private:
  bool is_heading(std::size_t i) const {
    if (lines_[i].kind != Kind::text) return false;
    if (is_atx_heading(lines_[i].content_of(source_))) return true;
    return i + 1 < lines_.size() && lines_[i + 1].kind == Kind::text &&
           is_underline(lines_[i + 1].content_of(source_));
  }

  string_view heading(std::size_t i) {
    const string_view line = lines_[i].text(source_);
    const string_view open = without_closing_hashes(line);
    const string_view attributes = attributes_of(open);
    if (attributes.empty()) return line;
    if (const string_view id = id_of(attributes); is_heading_id(id))
      ids_.emplace(static_cast<int>(i), id);
    return trim_right(open.substr(0, open.size() - attributes.size() - 2));
  }

  string_view source_;
  std::vector<MarkdownLine> lines_;
  HeadingAttributes ids_;
  std::string kept_;
};

}  // namespace

HeadingAttributes take_heading_attributes(std::string& source) {
  if (source.find("{#") == source.npos && source.find("{.") == source.npos) return {};
  Taker taker(source);
  HeadingAttributes ids = taker.take();
  source = taker.kept();
  return ids;
}

}  // namespace kb

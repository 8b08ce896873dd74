#include "indexer/markdown/container_line.h"

#include <algorithm>

#include "indexer/markdown/ascii_letter.h"

namespace kb {
namespace {

constexpr std::string_view kBlank = " \t";

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

// What stands between `open` and the next `close`; nullopt if `open` is not there.
std::optional<std::string_view> between(std::string_view text, std::string_view open, char close) {
  const std::size_t begin = text.find(open);
  if (begin == text.npos) return std::nullopt;
  const std::string_view inside = text.substr(begin + open.size());
  return inside.substr(0, inside.find(close));
}

// A title is plain text: the marks of emphasis and code in it go.
std::string without_marks(std::string_view text) {
  std::string plain;
  for (const char c : trim(text))
    if (c != '*' && c != '`') plain += c;
  return plain;
}

}  // namespace

std::string ContainerLine::title() const {
  if (rest.starts_with('[')) return without_marks(*between(rest, "[", ']'));
  if (rest.starts_with('{')) {
    if (const auto title = between(rest, "title=\"", '"')) return without_marks(*title);
    if (const auto title = between(rest, "title='", '\'')) return without_marks(*title);
    return {};
  }
  return without_marks(rest.substr(0, rest.find(":::")));
}

std::optional<ContainerLine> parse_container_line(std::string_view content) {
  if (!content.starts_with(":::")) return std::nullopt;
  ContainerLine line;
  line.colons = std::min(content.find_first_not_of(':'), content.size());
  content = trim(content.substr(line.colons));
  line.closes = content.empty();
  const auto* const name = std::find_if(content.begin(), content.end(), is_word_character);
  const auto* const end = std::find_if_not(name, content.end(), is_word_character);
  std::transform(name, end, std::back_inserter(line.name), ascii_lower);
  line.rest = trim({end, content.end()});
  return line;
}

}  // namespace kb

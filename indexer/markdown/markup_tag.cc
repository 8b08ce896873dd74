#include "indexer/markdown/markup_tag.h"

#include <algorithm>

#include "indexer/markdown/ascii_letter.h"

namespace kb {
namespace {

constexpr std::size_t kLongestTag = 4096;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool is_name_character(char c) {
  return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// The offset after the `>` that ends a tag whose attributes begin at `at`; 0 if nothing does.
// `at` is left where the search ended.
std::size_t tag_end(std::string_view text, std::size_t& at) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '{') {
      const std::size_t braces = braces_size(text.substr(at));
      if (braces == 0) {
        at = text.size();
        return 0;
      }
      at += braces - 1;
    } else if (c == '>') {
      return at + 1;
    } else if (c == '<' || (c == '\n' && text.substr(at).starts_with("\n\n"))) {
      return 0;
    }
  }
  return 0;
}

}  // namespace

std::size_t braces_size(std::string_view text) {
  text = text.substr(0, kLongestTag);
  int depth = 0;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == '\\')
        ++i;
      else if (c == quote)
        quote = 0;
    } else if (depth > 0 && (c == '"' || c == '`')) {
      quote = c;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return 0;
}

std::string_view quoted_attribute(std::string_view attributes, std::string_view key) {
  for (std::size_t at = attributes.find(key); at != attributes.npos;
       at = attributes.find(key, at + 1)) {
    const std::string_view after = attributes.substr(at + key.size());
    const bool whole = at == 0 || is_blank(attributes[at - 1]);
    if (!whole || after.size() < 2 || after[0] != '=') continue;
    if (after[1] != '"' && after[1] != '\'') continue;
    const std::string_view value = after.substr(2);
    return value.substr(0, value.find(after[1]));
  }
  return {};
}

std::string_view MarkupTag::attribute(std::string_view key) const {
  return quoted_attribute(inside, key);
}

MarkupTag read_tag(std::string_view text) {
  text = text.substr(0, kLongestTag);
  MarkupTag tag;
  std::size_t at = 1;
  if (at < text.size() && text[at] == '/') {
    tag.closing = true;
    ++at;
  }
  const std::size_t name = at;
  if (at < text.size() && is_ascii_letter(text[at]))
    while (at < text.size() && is_name_character(text[at])) ++at;
  std::transform(text.begin() + static_cast<std::ptrdiff_t>(name),
                 text.begin() + static_cast<std::ptrdiff_t>(at), std::back_inserter(tag.name),
                 ascii_lower);
  const char next = at < text.size() ? text[at] : '\0';
  const bool plausible =
      tag.name.empty() ? next == '>' : is_blank(next) || next == '/' || next == '>' || next == '{';
  const std::size_t inside = at;
  if (plausible) tag.size = tag_end(text, at);
  tag.looked = at;
  if (tag.size == 0) return tag;
  tag.inside = text.substr(inside, tag.size - 1 - inside);
  tag.self_closing = tag.inside.ends_with('/');
  return tag;
}

}  // namespace kb

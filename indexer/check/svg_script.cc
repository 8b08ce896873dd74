#include "indexer/check/svg_script.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace kb {
namespace {

using std::string_view;

constexpr string_view kBlanks = " \t\r\n\f";

std::string lower(string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

// "svg:Script" -> "script"
std::string local_name(string_view name) {
  const auto colon = name.rfind(':');
  return lower(colon == name.npos ? name : name.substr(colon + 1));
}

string_view take_until(string_view& text, string_view ends) {
  const string_view taken = text.substr(0, text.find_first_of(ends));
  text.remove_prefix(taken.size());
  return taken;
}

void drop_blanks(string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
}

// What stands after `name`, with or without quotes; empty if there is no `=`.
string_view take_value(string_view& text) {
  drop_blanks(text);
  if (!text.starts_with('=')) return {};
  text.remove_prefix(1);
  drop_blanks(text);
  if (!text.starts_with('"') && !text.starts_with('\'')) return take_until(text, " \t\r\n\f>");
  const string_view quote = text.substr(0, 1);
  text.remove_prefix(1);
  const string_view value = take_until(text, quote);
  text.remove_prefix(std::min<std::size_t>(1, text.size()));
  return value;
}

bool is_javascript(string_view value) {
  std::string url;
  for (const char c : lower(value))
    if (kBlanks.find(c) == kBlanks.npos) url += c;
  return url.starts_with("javascript:");
}

bool runs_code(string_view name, string_view value) {
  return (name.starts_with("on") && name.size() > 2) || is_javascript(value);
}

// The tag after a `<`, up to its `>`.
bool tag_has_script(string_view& text) {
  const std::string element = local_name(take_until(text, " \t\r\n\f/>"));
  if (element == "script") return true;
  while (!text.empty()) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f/"), text.size()));
    if (text.empty() || text.front() == '>') return false;
    const std::string name = local_name(take_until(text, " \t\r\n\f/>="));
    const string_view value = take_value(text);
    if (runs_code(name, value)) return true;
  }
  return false;
}

void drop_through(string_view& text, string_view end) {
  const auto found = text.find(end);
  text.remove_prefix(found == text.npos ? text.size() : found + end.size());
}

}  // namespace

bool svg_has_script(string_view svg) {
  for (drop_through(svg, "<"); !svg.empty(); drop_through(svg, "<")) {
    if (svg.starts_with("!--"))
      drop_through(svg, "-->");
    else if (svg.starts_with("![CDATA["))
      drop_through(svg, "]]>");
    else if (!svg.starts_with('!') && !svg.starts_with('?') && tag_has_script(svg))
      return true;
  }
  return false;
}

}  // namespace kb

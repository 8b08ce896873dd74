#include "server/contact/passage.h"

#include <algorithm>
#include <array>
#include <optional>

#include "server/discovery/html_reader.h"

namespace kb {
namespace {

using std::string_view;
using Kind = HtmlPiece::Kind;

bool is_heading(string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

bool is_void(const HtmlPiece& piece) {
  constexpr auto kVoid =
      std::to_array<string_view>({"br", "hr", "img", "input", "col", "source", "track", "wbr"});
  return piece.tag.ends_with('/') || std::ranges::find(kVoid, piece.name) != kVoid.end();
}

// Where in `html` the section begins and ends; headings inside other elements divide nothing.
std::optional<string_view> html_section(string_view html, string_view anchor) {
  std::size_t begin = anchor.empty() ? 0 : html.npos;
  int depth = 0;
  bool in_wanted = false;
  HtmlReader reader(html);
  while (const auto piece = reader.next()) {
    if (piece->kind == Kind::text) continue;
    const auto at = static_cast<std::size_t>(piece->tag.data() - html.data());
    if (piece->kind == Kind::close) {
      --depth;
      if (in_wanted && depth == 0) {
        begin = at + piece->tag.size() + 1;
        in_wanted = false;
      }
      continue;
    }
    if (depth == 0 && is_heading(piece->name)) {
      if (begin != html.npos) return html.substr(begin, at - 1 - begin);
      in_wanted = piece->attribute("id") == anchor;
    }
    if (!is_void(*piece)) ++depth;
  }
  if (begin == html.npos) return std::nullopt;
  return html.substr(begin);
}

// Attributes are quoted, and quotes inside them escaped: what looks like an attribute is one.
void drop_attribute(std::string& tag, string_view name) {
  const auto begin = tag.find(" " + std::string(name) + "=\"");
  if (begin == tag.npos) return;
  const auto value = begin + name.size() + 3;
  tag.erase(begin, tag.find('"', value) + 1 - begin);
}

std::string with_own_address(std::string tag, string_view url) {
  constexpr string_view kInside = "href=\"#";
  if (const auto at = tag.find(kInside); at != tag.npos) tag.insert(at + kInside.size() - 1, url);
  if (tag.find("href=\"") != tag.npos) tag += " target=\"_blank\" rel=\"noopener\"";
  return tag;
}

std::string for_another_page(string_view section, string_view url) {
  std::string html;
  HtmlReader reader(section);
  while (const auto piece = reader.next()) {
    if (piece->kind == Kind::text) continue;
    const auto at = static_cast<std::size_t>(piece->tag.data() - section.data()) - 1;
    const auto end = at + piece->tag.size() + 2;
    const auto text_begin = end;
    const auto text_end = std::min(section.find('<', text_begin), section.size());
    if (html.empty()) html = section.substr(0, at);
    std::string tag(piece->tag);
    if (piece->kind == Kind::open) {
      drop_attribute(tag, "id");
      if (piece->name == "a") tag = with_own_address(std::move(tag), url);
    }
    html += "<" + tag + ">";
    html += section.substr(text_begin, text_end - text_begin);
  }
  return html;
}

}  // namespace

std::string passage_html(string_view html, string_view anchor, string_view url) {
  const auto section = html_section(html, anchor);
  if (!section || section->size() > kLongestPassage) return {};
  if (section->find_first_not_of(" \n") == section->npos) return {};
  return for_another_page(*section, url);
}

}  // namespace kb

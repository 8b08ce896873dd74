#include "tests/server/page/page_rules.h"

#include <array>
#include <cctype>
#include <set>
#include <vector>

namespace kb::page {
namespace {

std::string tag_name(std::string_view tag) {
  std::string name;
  for (const char c : tag.substr(tag.starts_with("</") ? 2 : 1)) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '!') break;
    name += c;
  }
  return name;
}

std::vector<std::string_view> tags_of(std::string_view html) {
  std::vector<std::string_view> tags;
  for (auto open = html.find('<'); open != html.npos; open = html.find('<', open + 1)) {
    tags.push_back(html.substr(open, html.find('>', open) - open + 1));
  }
  return tags;
}

std::string first_unbalanced(const std::vector<std::string_view>& tags) {
  static const std::set<std::string> kVoid = {"meta", "link", "input",   "img",
                                              "br",   "hr",   "!doctype"};
  std::vector<std::string> open;
  for (const auto tag : tags) {
    const std::string name = tag_name(tag);
    if (kVoid.contains(name)) continue;
    if (!tag.starts_with("</")) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return " unbalanced " + std::string(tag);
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : " unclosed " + open.back();
}

// What a strict Content-Security-Policy stops, and what a forgotten escape lets through.
std::string forbidden_in(std::string_view tag) {
  constexpr auto kForbidden = std::to_array<std::string_view>(
      {"<style ", " style=", "<script>", " onclick=", " onload=", " src=\"http", "javascript:"});
  for (const auto forbidden : kForbidden) {
    if (tag.find(forbidden) != tag.npos) return " has " + std::string(tag);
  }
  return {};
}

std::string id_of(std::string_view tag) {
  constexpr std::string_view kId = " id=\"";
  const auto begin = tag.find(kId);
  if (begin == tag.npos) return {};
  const auto value = tag.substr(begin + kId.size());
  return std::string(value.substr(0, value.find('"')));
}

}  // namespace

std::string broken_rules(std::string_view html) {
  const auto tags = tags_of(html);
  std::string broken = first_unbalanced(tags);
  std::set<std::string> ids;
  int headings = 0;
  for (const auto tag : tags) {
    broken += forbidden_in(tag);
    headings += tag_name(tag) == "h1" && !tag.starts_with("</") ? 1 : 0;
    const auto id = id_of(tag);
    if (!id.empty() && !ids.insert(id).second) broken += " repeats id " + id;
  }
  if (headings != 1) broken += " has " + std::to_string(headings) + " h1";
  if (html.find("{{") != html.npos) broken += " has a tag of the template";
  return broken;
}

}  // namespace kb::page

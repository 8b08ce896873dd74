#include "server/page/heading_links.h"

#include <optional>
#include <vector>

#include "server/page/html_text.h"

namespace kb::page {
namespace {

constexpr std::string_view kTitlePlace = "\x01";  // no text has it

// `<h2 id="x" …>inner</h2>`, and its parts.
struct Heading {
  std::string_view whole, open, inner, id, applies_to;
};

std::string_view attribute(std::string_view tag, std::string_view before) {
  const auto begin = tag.find(before);
  if (begin == tag.npos) return {};
  const auto value = tag.substr(begin + before.size());
  return value.substr(0, value.find('"'));
}

std::optional<Heading> heading_at(std::string_view html) {
  if (html.size() < 4 || html[1] != 'h' || html[2] < '2' || html[2] > '6' || html[3] != ' ')
    return std::nullopt;
  const auto open_end = html.find('>');
  const std::string close = "</" + std::string(html.substr(1, 2)) + ">";
  const auto inner_end = html.find(close);
  if (inner_end == html.npos || open_end > inner_end) return std::nullopt;
  Heading heading;
  heading.whole = html.substr(0, inner_end + close.size());
  heading.open = html.substr(0, open_end + 1);
  heading.inner = html.substr(open_end + 1, inner_end - open_end - 1);
  heading.id = attribute(heading.open, " id=\"");
  heading.applies_to = attribute(heading.open, " data-applies-to=\"");
  if (heading.id.empty()) return std::nullopt;
  return heading;
}

// Escaped text without its tags is still escaped, and so fit for an attribute.
std::string without_tags(std::string_view html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  return text;
}

std::vector<std::string> values_in(std::string_view text) {
  std::vector<std::string> words;
  while (true) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == text.npos) return words;
    text.remove_prefix(begin);
    const auto word = text.substr(0, text.find(' '));
    words.emplace_back(word);
    text.remove_prefix(word.size());
  }
}

const std::string& found_or_same(const std::map<std::string, std::string>& map,
                                 const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? key : found->second;
}

constexpr std::string_view kOpening = "<div class=\"heading\"";
constexpr std::string_view kKeys = " data-applies=\"";

class HeadingWriter {
 public:
  explicit HeadingWriter(const HeadingContext& context)
      : context_(context),
        language_(language_attributes(context.texts.lang(), context.lang)),
        applies_to_(escape_html(context.texts.format("applies_to.label"))) {
    const auto label = escape_html(
        context.texts.format("article.heading_link", {{"title", std::string(kTitlePlace)}}));
    const auto place = label.find(kTitlePlace);
    before_title_ = label.substr(0, place);
    if (place != label.npos) after_title_ = label.substr(place + kTitlePlace.size());
  }

  void write(const Heading& heading, std::string& out) const {
    const auto values = values_in(heading.applies_to);
    out += kOpening;
    if (!values.empty()) write_keys(values, out);
    out.append(">").append(heading.whole);
    out.append("<a class=\"heading-link\" href=\"#").append(heading.id).append("\"");
    out.append(language_).append(" aria-label=\"").append(before_title_);
    out.append(without_tags(heading.inner)).append(after_title_).append("\"></a>");
    if (!values.empty()) write_badges(values, out);
    out += "</div>";
  }

 private:
  // Values in the article are escaped; the maps hold plain text: a key has no letter to escape.
  void write_keys(const std::vector<std::string>& values, std::string& out) const {
    out += kKeys;
    std::string_view gap;
    for (const auto& value : values) {
      out.append(gap).append(found_or_same(context_.value_keys, value));
      gap = " ";
    }
    out += '"';
  }

  void write_badges(const std::vector<std::string>& values, std::string& out) const {
    out.append("<p class=\"applies-to\"").append(language_);
    out.append("><span class=\"visually-hidden\">").append(applies_to_).append("</span>");
    for (const auto& value : values) {
      const auto label = context_.value_labels.find(value);
      out.append(" <span class=\"badge\">");
      out.append(label == context_.value_labels.end() ? value : escape_html(label->second));
      out.append("</span>");
    }
    out += "</p>";
  }

  const HeadingContext& context_;
  std::string language_;  // of the interface's words inside the article
  std::string applies_to_;
  std::string before_title_, after_title_;  // what the link's label says around the title
};

}  // namespace

std::string with_heading_links(std::string_view html, const HeadingContext& context) {
  const HeadingWriter writer(context);
  std::string linked;
  linked.reserve(html.size() + html.size() / 4);
  std::size_t done = 0;
  for (auto at = html.find("<h"); at != html.npos; at = html.find("<h", at)) {
    const auto heading = heading_at(html.substr(at));
    if (!heading) {
      ++at;
      continue;
    }
    linked.append(html, done, at - done);
    writer.write(*heading, linked);
    at += heading->whole.size();
    done = at;
  }
  return linked.append(html, done);
}

std::vector<std::string> keys_of_headings(std::string_view linked_html) {
  const std::string before = std::string(kOpening) + std::string(kKeys);
  std::vector<std::string> keys;
  for (auto at = linked_html.find(before); at != linked_html.npos;
       at = linked_html.find(before, at + 1)) {
    const auto value = linked_html.substr(at + before.size());
    for (auto& key : values_in(value.substr(0, value.find('"')))) keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace kb::page

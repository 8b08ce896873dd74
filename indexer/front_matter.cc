#include "indexer/front_matter.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "core/base/date.h"
#include "indexer/markdown/source_text.h"
#include "indexer/yaml_nesting.h"

namespace kb {
namespace {

using std::string_view;

constexpr std::size_t kLargestFrontMatter = std::size_t{64} << 10;
constexpr int kMostNodes = 1000;
constexpr double kLastOrder = 1'000'000;
constexpr string_view kByteOrderMark = "\xEF\xBB\xBF";

// ---- Where the front matter is.

struct Bounds {
  string_view yaml;
  std::size_t body_offset = 0;
  int body_line = 1;
};

// The line at the front of `text` with its end, which is "\n" or "\r\n".
string_view first_line(string_view text) {
  const std::size_t end = text.find('\n');
  return end == text.npos ? text : text.substr(0, end + 1);
}

string_view trim(string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool is_fence(string_view line, string_view fence) {
  return line.starts_with(fence) && trim(line) == fence;
}

Result<Bounds> find_bounds(string_view text) {
  Bounds bounds;
  std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  bounds.body_offset = at;
  const string_view opening = first_line(text.substr(at));
  if (is_fence(opening, "+++"))
    return fail("front matter in TOML", ":1", "write it as YAML between `---` lines");
  if (!is_fence(opening, "---")) return bounds;

  at += opening.size();
  const std::size_t begin = at;
  for (int line = 2; at < text.size(); ++line) {
    const string_view next = first_line(text.substr(at));
    if (is_fence(next, "---") || is_fence(next, "...")) {
      bounds.yaml = text.substr(begin, at - begin);
      bounds.body_offset = at + next.size();
      bounds.body_line = line + 1;
      return bounds;
    }
    at += next.size();
    if (at - begin > kLargestFrontMatter)
      return fail("front matter larger than 64 KiB", ":1", "end it with a line `---`");
  }
  return fail("front matter has no end", ":1", "end it with a line `---`");
}

// ---- What is in it.

int line_of(const YAML::Mark& mark) {
  return mark.line < 0 ? 2 : mark.line + 2;
}
int line_of(const YAML::Node& node) {
  return line_of(node.Mark());
}

// Counts with aliases followed, which is what makes a small file mean a million nodes; stops early.
int count_nodes(const YAML::Node& node, int most) {
  int count = 1;
  if (node.IsSequence()) {
    for (const YAML::Node& item : node)
      if (count <= most) count += count_nodes(item, most - count);
  } else if (node.IsMap()) {
    for (const auto& entry : node)
      if (count <= most) count += 1 + count_nodes(entry.second, most - count);
  }
  return count;
}

// The one seam at which yaml-cpp's exceptions become Errors.
Result<YAML::Node> parse_yaml(string_view yaml) {
  static constexpr string_view kHint = "put text with `: ` or `#` in quotes, indent with spaces";
  if (is_nested_too_deeply(yaml))
    return fail("front matter nested too deeply", ":1", "write it flat");
  try {
    YAML::Node root = YAML::Load(std::string(yaml));
    if (!root.IsNull() && !root.IsMap())
      return fail("front matter is not `key: value` lines", ":2", std::string(kHint));
    if (count_nodes(root, kMostNodes) > kMostNodes)
      return fail("front matter of more than 1,000 values", ":1", "keep only what is needed");
    return root;
  } catch (const YAML::Exception& e) {
    return fail("front matter is not YAML: " + e.msg, line_place(line_of(e.mark)),
                std::string(kHint));
  }
}

bool is_text(const YAML::Node& node) {
  return node.IsScalar() || node.IsNull();
}
std::string text_of(const YAML::Node& node) {
  return std::string(trim(node.IsScalar() ? node.Scalar() : std::string()));
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::vector<std::string> split_at_commas(string_view text) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t comma = text.find(',');
    if (const string_view part = trim(text.substr(0, comma)); !part.empty())
      parts.emplace_back(part);
    if (comma == text.npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

class FactsReader {
 public:
  FactsReader(const YAML::Node& root, FrontMatter& front) : root_(root), front_(front) {}

  void read() {
    ArticleFacts& facts = front_.facts;
    note_lines();
    read_text("title", facts.title);
    read_text("description", facts.summary);
    read_text("summary", facts.summary);
    read_category(facts.category);
    read_list("tags", facts.tags);
    read_list("keywords", facts.keywords);
    read_text("stage", facts.stage);
    read_applies_to(facts.applies_to);
    read_order("weight", facts.order);
    read_order("sidebar_position", facts.order);
    read_order("order", facts.order);
    read_audience(facts.audience);
    read_list("contexts", facts.contexts);
    read_updated(facts.updated);
    read_time("review_by", facts.review_by);
    read_text("owner", facts.owner);
    read_list("redirect_from", facts.redirect_from);
    read_list("aliases", facts.redirect_from);
    read_text("source_revision", facts.source_revision);
    read_flag("draft", facts.draft);
    read_flag("unlisted", facts.unlisted);
    read_time("publishDate", facts.publish_at);
    read_time("publish_at", facts.publish_at);
    read_time("expiryDate", facts.expires_at);
    read_time("expires_at", facts.expires_at);
  }

 private:
  void note_lines() {
    if (!root_.IsMap()) return;
    for (const auto& entry : root_)
      if (entry.first.IsScalar())
        front_.key_lines.emplace_back(entry.first.Scalar(), line_of(entry.first));
  }

  void tell(const YAML::Node& at, string_view key, string_view what, string_view hint) {
    front_.problems.push_back({"front matter: `" + std::string(key) + "` " + std::string(what),
                               line_place(line_of(at)), std::string(hint)});
  }

  // The value of `key`; an undefined node if it is not there or says nothing.
  YAML::Node value(const char* key) const {
    if (!root_.IsMap()) return YAML::Node(YAML::NodeType::Undefined);
    const YAML::Node node = root_[key];
    return node && !node.IsNull() ? node : YAML::Node(YAML::NodeType::Undefined);
  }

  void read_text(const char* key, std::string& text) {
    const YAML::Node node = value(key);
    if (!node) return;
    if (node.IsScalar())
      text = text_of(node);
    else
      tell(node, key, "is not text", "write one line, in quotes if it has `: ` in it");
  }

  void read_list(const char* key, std::vector<std::string>& list) {
    const YAML::Node node = value(key);
    if (!node) return;
    if (node.IsScalar()) return append(list, split_at_commas(node.Scalar()));
    if (!node.IsSequence()) return tell(node, key, "is not a list", "write it as [one, two]");
    for (const YAML::Node& item : node) {
      const YAML::Node text = item.IsMap() && item["label"] ? item["label"] : item;
      if (!is_text(text))
        tell(item, key, "holds something that is not text", "write it as [one, two]");
      else if (std::string word = text_of(text); !word.empty())
        list.push_back(std::move(word));
    }
  }

  static void append(std::vector<std::string>& list, std::vector<std::string> more) {
    std::move(more.begin(), more.end(), std::back_inserter(list));
  }

  // Hugo's `categories` stand in for a `category`.
  void read_category(std::string& category) {
    read_text("category", category);
    if (!category.empty()) return;
    std::vector<std::string> categories;
    read_list("categories", categories);
    if (!categories.empty()) category = categories.front();
  }

  void read_applies_to(std::vector<std::string>& list) {
    const YAML::Node node = value("applies_to");
    if (!node || !node.IsMap()) return read_list("applies_to", list);
    for (const auto& entry : node) {
      const bool plain =
          is_text(entry.first) && (entry.second.IsSequence() || is_text(entry.second));
      if (!plain) {
        tell(entry.first, "applies_to", "holds something that is not text",
             "write it as {plan: [home, studio], platform: ios}");
        continue;
      }
      const std::string prefix = text_of(entry.first) + ":";
      if (!entry.second.IsSequence()) {
        for (const std::string& word : split_at_commas(text_of(entry.second)))
          list.push_back(prefix + word);
      }
      for (const YAML::Node& item : entry.second)
        if (is_text(item) && !text_of(item).empty()) list.push_back(prefix + text_of(item));
    }
  }

  void read_audience(Audience& audience) {
    const YAML::Node node = value("audience");
    if (!node) return;
    const std::string text = node.IsScalar() ? lower(text_of(node)) : std::string();
    if (text == "public" || text == "everyone") {
      audience = Audience::everyone;
      return;
    }
    // Whoever names an audience means to limit it: in doubt the public does not see it.
    audience = Audience::agents;
    if (text != "agents" && text != "agent")
      tell(node, "audience", "is neither `public` nor `agents`: taken as `agents`",
           "write audience: public or audience: agents");
  }

  void read_flag(const char* key, bool& flag) {
    const YAML::Node node = value(key);
    if (!node) return;
    const std::string text = node.IsScalar() ? lower(text_of(node)) : std::string();
    if (text == "true" || text == "yes" || text == "on")
      flag = true;
    else if (text == "false" || text == "no" || text == "off")
      flag = false;
    else
      tell(node, key, "is neither true nor false", "write true or false");
  }

  // Docusaurus takes any number, fractions too.
  void read_order(const char* key, std::optional<int>& order) {
    const YAML::Node node = value(key);
    if (!node) return;
    const std::string text = node.IsScalar() ? text_of(node) : std::string();
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && std::abs(number) <= kLastOrder)
      order = static_cast<int>(std::floor(number));
    else
      tell(node, key, "is no number up to a million", "write it as 3: lower comes first");
  }

  bool read_time(const char* key, std::optional<Time>& time) {
    return take_time(value(key), key, time);
  }

  bool take_time(const YAML::Node& node, const char* key, std::optional<Time>& time) {
    if (!node) return false;
    const Result<Time> parsed = parse_time(node.IsScalar() ? text_of(node) : std::string());
    if (parsed)
      time = *parsed;
    else
      tell(node, key, "is not a date: '" + (node.IsScalar() ? text_of(node) : "…") + "'",
           "write it as 2026-03-14");
    return parsed.has_value();
  }

  // Weaker names first: each that is there replaces the one before.
  void read_updated(std::optional<Time>& updated) {
    read_time("date", updated);
    if (const YAML::Node docusaurus = value("last_update"); docusaurus && docusaurus.IsMap())
      if (const YAML::Node date = docusaurus["date"]; date && !date.IsNull())
        take_time(date, "last_update", updated);
    read_time("lastmod", updated);
    read_time("updated", updated);
  }

  const YAML::Node& root_;
  FrontMatter& front_;
};

}  // namespace

int FrontMatter::line_of(string_view key) const {
  const auto found = std::find_if(key_lines.begin(), key_lines.end(),
                                  [&](const auto& entry) { return entry.first == key; });
  return found == key_lines.end() ? 1 : found->second;
}

Result<FrontMatter> read_front_matter(string_view file_text) {
  const Result<Bounds> bounds = find_bounds(file_text);
  if (!bounds) return fail(bounds.error());
  FrontMatter front;
  front.body_offset = bounds->body_offset;
  front.body_line = bounds->body_line;
  const Result<YAML::Node> root = parse_yaml(bounds->yaml);
  if (!root) return fail(root.error());
  FactsReader(*root, front).read();
  return front;
}

}  // namespace kb

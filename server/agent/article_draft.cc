#include "server/agent/article_draft.h"

#include <algorithm>

#include "core/base/date.h"
#include "core/text/normal_form.h"
#include "core/text/slug.h"

namespace kb {
namespace {

constexpr std::size_t kLongestTitle = 80;  // bytes, a little less where letters take several
constexpr std::size_t kLeastWords = 3;     // a greeting has fewer

// A YAML string in double quotes, on one line whatever it holds.
std::string yaml_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    out += control ? ' ' : c;
  }
  return out + '"';
}

std::string quoted_list(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + yaml_quoted(text);
  return "[" + out + "]";
}

// Plain text as Markdown that shows it as it is: paragraphs, nothing that is markup.
std::string as_quote(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>#&|~!";
  std::string out = "> ";
  for (const char c : text) {
    if (kSpecial.find(c) != kSpecial.npos) out += '\\';
    out += c;
    if (c == '\n') out += "> ";
  }
  return out + "\n";
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kAround = " \t\r\n,.;:!?-";
  const auto begin = text.find_first_not_of(kAround);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kAround) - begin + 1);
}

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

std::string cut_to_title(std::string_view text) {
  if (text.size() <= kLongestTitle) return std::string(text);
  const auto kept = text::utf8_prefix(text, kLongestTitle);
  const auto space = kept.rfind(' ');
  return std::string(trimmed(space == kept.npos ? kept : kept.substr(0, space)));
}

}  // namespace

std::string draft_title(std::string_view message) {
  constexpr std::string_view kEnds = "\n.!?";
  std::string_view longest;
  for (std::string_view rest = message; !rest.empty();) {
    const auto end = std::min(rest.find_first_of(kEnds), rest.size());
    const auto sentence = trimmed(rest.substr(0, end));
    if (word_count(sentence) >= kLeastWords) return cut_to_title(sentence);
    if (sentence.size() > longest.size()) longest = sentence;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return cut_to_title(longest);
}

std::string draft_file_name(std::string_view title) {
  const auto name = text::slug(title);
  return (name.empty() ? "draft" : name) + ".md";
}

std::string article_draft(const ArticleDraft& draft) {
  std::string out = "---\ntitle: " + yaml_quoted(draft.title) + "\n";
  if (!draft.keywords.empty()) out += "keywords: " + quoted_list(draft.keywords) + "\n";
  if (!draft.category.empty()) out += "category: " + yaml_quoted(draft.category) + "\n";
  out += "lang: " + yaml_quoted(draft.lang) + "\n";
  if (!draft.owner.empty()) out += "owner: " + yaml_quoted(draft.owner) + "\n";
  out += "updated: " + iso_date(draft.updated) + "\ndraft: true\n";
  if (!draft.ticket.empty()) out += "origin: {ticket: " + yaml_quoted(draft.ticket) + "}\n";
  out += "---\n\n" + as_quote(draft.question);
  for (const auto& answer : draft.answers) out += "\n" + as_quote(answer);
  return out;
}

}  // namespace kb

#include "core/tickets/mail_lines.h"

#include <algorithm>
#include <cctype>

#include "core/text/fold.h"
#include "core/text/normal_form.h"

namespace kb::tickets {
namespace {

std::string_view trim_line(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// Each `from` becomes one letter.
void replace_all(std::string& text, std::string_view from, char to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
    text[at] = to;
    text.erase(at + 1, from.size() - 1);
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out = text::caseless(trim_line(text));
  if (is_ascii(out)) return out;
  replace_all(out, "’", '\'');
  replace_all(out, "\u00A0", ' ');
  return text::fold(out);
}

std::vector<std::string> folded_all(std::initializer_list<std::string_view> phrases) {
  std::vector<std::string> list;
  for (const auto phrase : phrases) list.push_back(folded(phrase));
  return list;
}

MailLines mail_lines(std::string_view message) {
  MailLines lines;
  for (std::size_t at = 0; at <= message.size();) {
    const auto end = std::min(message.find('\n', at), message.size());
    auto line = message.substr(at, end - at);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t'))
      line.remove_suffix(1);
    // Nothing that is looked for is long: of the rest, the beginning will do.
    lines.push_back({line, folded(text::utf8_prefix(line, 600))});
    at = end + 1;
  }
  return lines;
}

std::string joined(const MailLines& lines) {
  std::string text;
  bool gap = false;
  for (const MailLine& line : lines) {
    if (line.is_blank()) {
      gap = !text.empty();
      continue;
    }
    if (!text.empty()) text.append(gap ? 2 : 1, '\n');
    text += line.text;
    gap = false;
  }
  return text;
}

bool starts_with_word(std::string_view folded_text, std::string_view phrase) {
  if (!folded_text.starts_with(phrase)) return false;
  const auto rest = folded_text.substr(phrase.size());
  if (rest.empty()) return true;
  const auto next = static_cast<unsigned char>(rest.front());
  return next < 0x80 && std::isalnum(next) == 0;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space && !inside) ++count;
    inside = !space;
  }
  return count;
}

bool says_something(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0;
  });
}

bool says_something(const MailLines& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const MailLine& line) { return says_something(line.folded); });
}

bool asks(const MailLines& lines, std::size_t begin) {
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(std::min(begin, lines.size())),
                     lines.end(), [](const MailLine& line) {
                       return line.folded.ends_with('?') ||
                              line.folded.find("? ") != std::string::npos ||
                              starts_with_word(line.folded, "ps") || line.folded.starts_with("p.s");
                     });
}

}  // namespace kb::tickets

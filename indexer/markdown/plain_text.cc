#include "indexer/markdown/plain_text.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kb {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}
bool is_blank_or_control(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

constexpr auto kSpacedSentenceEnds =
    std::to_array<std::string_view>({".", "!", "?", "…", "؟", "۔", "।", ":"});
constexpr auto kSentenceEnds = std::to_array<std::string_view>({"。", "！", "？", "．"});

bool ends_with_any(std::string_view text, const auto& ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool is_sentence(std::string_view text, std::string_view after) {
  return ends_with_any(text, kSentenceEnds) ||
         (after.starts_with(' ') && ends_with_any(text, kSpacedSentenceEnds));
}

}  // namespace

void PlainText::add(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_blank_or_control(text[i])) {
      const char c = text[i++];
      if (c == ' ' || c == '\t' || c == '\n') add_space();
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !is_blank_or_control(text[end])) ++end;
    if (gap_ != Gap::none && !text_.empty()) text_ += gap_ == Gap::line ? '\n' : ' ';
    gap_ = Gap::none;
    text_.append(text, i, end - i);
    i = end;
  }
}

void PlainText::add_lines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    add(text.substr(0, end));
    end_line();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string first_sentences(std::string_view text, std::size_t most) {
  std::size_t characters = 0, sentence = 0, word = 0, end = 0;
  for (; end < text.size(); ++end) {
    if (is_continuation(text[end])) continue;
    // `end` is between two characters, `characters` of them before it.
    const std::string_view before = text.substr(0, end), after = text.substr(end);
    if (characters * 3 >= most && is_sentence(before, after)) sentence = end;
    if (characters * 2 >= most && after.front() == ' ') word = end;
    if (characters++ == most) break;
  }
  if (end >= text.size()) return std::string(text);
  if (sentence > 0) return std::string(text.substr(0, sentence));
  return std::string(text.substr(0, word > 0 ? word : end)) + "…";
}

}  // namespace kb

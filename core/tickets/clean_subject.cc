#include "core/tickets/clean_subject.h"

#include <algorithm>
#include <array>

#include "core/text/normal_form.h"

namespace kb::tickets {
namespace {

// "Re", "Fwd" and what other languages' programs write, caseless.
constexpr std::array<std::string_view, 22> kPrefixes = {
    "re",  "fw", "fwd", "aw",  "wg", "odp", "pd",  "ответ", "отв", "на", "пересл",
    "rif", "i",  "r",   "ref", "tr", "rv",  "res", "enc",   "sv",  "vs", "rép"};

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// "Re:", "RE[2]:", "Re (3):" at the beginning; how many bytes.
std::size_t reply_prefix(std::string_view subject) {
  const auto colon = subject.find(':');
  if (colon == subject.npos || colon > 16) return 0;
  auto word = subject.substr(0, colon);
  word = trim(word.substr(0, word.find_first_of("[(")));
  const std::string folded = text::caseless(word);
  return std::find(kPrefixes.begin(), kPrefixes.end(), folded) == kPrefixes.end() ? 0 : colon + 1;
}

// "[#1042]", "[Ticket#77]", "(#12)", "[EXTERN]"; how many bytes.
std::size_t tag(std::string_view subject) {
  if (subject.empty() || (subject.front() != '[' && !subject.starts_with("(#"))) return 0;
  const auto end = subject.find(subject.front() == '[' ? ']' : ')');
  if (end == subject.npos || end > 40) return 0;
  const auto inside = subject.substr(1, end - 1);
  const bool number =
      inside.find('#') != inside.npos || inside.find_first_of("0123456789") != inside.npos;
  const std::string folded = text::caseless(inside);
  return number || folded.starts_with("ext") || folded.starts_with("spam") ? end + 1 : 0;
}

}  // namespace

std::string clean_subject(std::string_view subject) {
  auto rest = trim(subject);
  for (;;) {
    const std::size_t taken = std::max(reply_prefix(rest), tag(rest));
    const auto next = trim(rest.substr(taken));
    if (taken == 0 || next.empty()) break;
    rest = next;
  }
  std::string clean;
  for (const char c : rest) {
    const bool gap = c == ' ' || (c >= 0 && c < ' ') || c == 0x7F;
    if (!gap)
      clean += c;
    else if (!clean.empty() && clean.back() != ' ')
      clean += ' ';
  }
  return clean;
}

}  // namespace kb::tickets

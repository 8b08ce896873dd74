#include "core/redact/digit_run.h"

#include <algorithm>

#include "core/redact/letter.h"

namespace kb::redact {
namespace {

bool joins(const Digits& group, Across across) {
  return group.gap != Gap::far && (group.gap != Gap::line || across == Across::lines);
}

// Of `groups` groups from `first` on.
DigitRun run_of(const Scan& scan, std::size_t first, std::size_t groups) {
  DigitRun run;
  run.begin = run.end = scan.digits[first].begin;
  for (std::size_t i = first; i < first + groups; ++i) {
    const Digits& group = scan.digits[i];
    run.digit_count += scan.between(group.begin, group.end)
                           .copy(run.all_digits.data() + run.digit_count, group.size());
    run.group_sizes[run.groups++] = static_cast<std::uint8_t>(group.size());
    run.tight |= i > first && group.gap == Gap::tight;
    run.end = group.end;
  }
  return run;
}

bool is_currency(char32_t c) {
  return c == U'$' || c == U'€' || c == U'£' || c == U'¥' || c == U'₽' || c == U'₴' || c == U'%';
}

}  // namespace

bool DigitRun::grouped_as(std::initializer_list<int> wanted) const {
  return std::ranges::equal(sizes(), wanted);
}

std::optional<DigitRun> digit_run(const Scan& scan, std::size_t first, std::size_t wanted,
                                  Across across) {
  std::size_t digits = 0;
  for (std::size_t i = first; i < scan.digits.size() && i < first + kMostGroups; ++i) {
    if (i > first && !joins(scan.digits[i], across)) break;
    digits += scan.digits[i].size();
    if (digits == wanted) return run_of(scan, first, i - first + 1);
    if (digits > wanted) break;
  }
  return std::nullopt;
}

DigitRun longest_run(const Scan& scan, std::size_t first, std::size_t most) {
  std::size_t digits = 0, i = first;
  for (; i < scan.digits.size() && i < first + kMostGroups; ++i) {
    if (i > first && !joins(scan.digits[i], Across::one_line)) break;
    digits += scan.digits[i].size();
    if (digits > most) break;
  }
  return run_of(scan, first, i - first);
}

bool starts_alone(const Scan& scan, std::size_t begin) {
  if (begin == 0) return true;
  const char c = scan.before(begin);
  if (c == '_' || c == '#' || scan.letter_or_digit_before(begin)) return false;
  const bool joint = c == '-' || c == '.' || c == '/' || c == ',';
  return !joint || !scan.letter_or_digit_before(begin - 1);
}

bool stands_alone(const Scan& scan, std::size_t begin, std::size_t end) {
  if (!starts_alone(scan, begin) || scan.letter_or_digit_at(end)) return false;
  const char c = scan.at(end);
  if (c == '_') return false;
  if (c == '-' || c == '/') return !scan.letter_or_digit_at(end + 1);
  return !((c == '.' || c == ',') && is_digit(scan.at(end + 1)));
}

bool is_money(const Scan& scan, std::size_t begin, std::size_t end) {
  const std::string_view text = scan.text();
  while (begin > 0 && scan.before(begin) == ' ') --begin;
  if (begin > 0 && is_currency(letter_before(text, begin).code)) return true;
  while (scan.at(end) == ' ') ++end;
  if (end < text.size() && is_currency(letter_at(text, end).code)) return true;
  const std::size_t next = scan.first_word_from(end);
  return next < scan.words.size() && scan.words[next].begin == end &&
         scan.words[next].cues.has(Cue::money);
}

}  // namespace kb::redact

#include "core/redact/scan.h"

#include <algorithm>
#include <array>

#include "core/redact/kind.h"
#include "core/redact/letter.h"

namespace kb::redact {
namespace {

constexpr std::size_t kLongestCue = 32;  // bytes of a folded word that may announce something

// A line break, with the ">" of a quoted message.
bool is_line_gap(std::string_view gap) {
  return gap.find('\n') == gap.rfind('\n') && gap.find('\n') != gap.npos &&
         gap.find_first_not_of(" \t\r\n>-") == gap.npos;
}

Gap gap_of(std::string_view gap) {
  if (gap == " ") return Gap::space;
  if (gap.size() > 6) return Gap::far;
  if (is_line_gap(gap)) return Gap::line;
  if (gap.find_first_not_of(" -./()") != gap.npos || gap.size() > 4) return Gap::far;
  const auto marks = std::ranges::count_if(gap, [](char c) { return c != ' '; });
  if (marks == 0) return gap.size() == 2 ? Gap::space : Gap::far;
  return marks == 1 || gap.find_first_of("()") != gap.npos ? Gap::tight : Gap::far;
}

}  // namespace

Scan::Scan(std::string_view original, std::string_view lang)
    : plain_(text::plain_form(original)), lang_(lang.substr(0, lang.find('-'))) {
  words.reserve(plain_.text.size() / 5);
  split();
  find_phrases();
}

text::ByteRange Scan::original(std::size_t begin, std::size_t end) const {
  return plain_.original({begin, end});
}

void Scan::split() {
  const std::string_view all = plain_.text;
  for (std::size_t i = 0; i < all.size();) {
    const char c = all[i];
    if (is_ascii_letter(c)) {
      i = add_word(i);
    } else if (is_digit(c)) {
      const std::size_t begin = i;
      while (i < all.size() && is_digit(all[i])) ++i;
      add_digits(begin, i);
    } else if (static_cast<signed char>(c) >= 0) {
      ++i;
    } else if (const Letter letter = letter_at(all, i); is_letter(letter.code)) {
      i = add_word(i);
    } else {
      const std::size_t size = letter.code == U'«' ? placeholder_size(all.substr(i)) : 0;
      if (size > 0) placeholders.push_back({i, i + size});
      i += size > 0 ? size : letter.size;
    }
  }
}

// From `begin` to the end of its letters, which is returned.
std::size_t Scan::add_word(std::size_t begin) {
  const std::string_view all = plain_.text;
  std::array<char, kLongestCue + 4> key;
  std::size_t size = 0, i = begin;
  WordHash hash;
  while (i < all.size()) {
    const char c = all[i];
    const bool ascii = static_cast<signed char>(c) >= 0;
    const Letter letter = ascii ? Letter{static_cast<unsigned char>(c), 1} : letter_at(all, i);
    if (ascii ? !is_ascii_letter(c) : !is_letter(letter.code)) break;
    i += letter.size;
    if (size >= kLongestCue) continue;
    if (ascii) {
      hash.add(key[size++] = lower(c));
    } else {
      const std::size_t written = write_folded(key.data() + size, letter.code);
      for (std::size_t end = size + written; size < end; ++size) hash.add(key[size]);
    }
  }
  words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i),
                   is_capital(letter_at(all, begin).code), 1, cues_of({key.data(), size}, hash)});
  return i;
}

void Scan::find_phrases() {
  constexpr std::size_t kMostWords = 4;
  std::string joined;
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (!words[first].cues.has(Cue::phrase)) continue;
    joined = folded(between(words[first].begin, words[first].end));
    for (std::size_t i = first + 1; i < words.size() && i < first + kMostWords; ++i) {
      const auto gap = between(words[i - 1].end, words[i].begin);
      if (gap.size() > 2 || gap.find_first_not_of(" -_'") != gap.npos) break;
      joined += ' ' + folded(between(words[i].begin, words[i].end));
    }
    const PhraseMatch match = phrase_at(joined);
    if (match.words < 2) continue;
    Word& last = words[first + match.words - 1];
    last.cues.add(match.cues);
    last.phrase = std::max(last.phrase, static_cast<std::uint8_t>(match.words));
  }
}

void Scan::add_digits(std::size_t begin, std::size_t end) {
  Digits run{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), Gap::far};
  if (!digits.empty()) run.gap = gap_of(between(digits.back().end, begin));
  digits.push_back(run);
}

std::string_view Scan::between(std::size_t begin, std::size_t end) const {
  return text().substr(begin, end - begin);
}

std::size_t Scan::first_word_from(std::size_t at) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(words, at, {}, &Word::begin) -
                                  words.begin());
}

std::size_t Scan::first_digits_from(std::size_t at) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(digits, at, {}, &Digits::begin) -
                                  digits.begin());
}

CueSet Scan::nearest_before(std::size_t at, CueSet wanted, std::size_t most) const {
  std::size_t i = first_word_from(at);
  for (std::size_t seen = 0; i > 0 && seen < most; ++seen) {
    const Word& word = words[--i];
    const std::size_t next = seen == 0 ? at : words[i + 1].begin;
    const std::string_view gap = word.end < next ? between(word.end, next) : std::string_view();
    if (gap.find('\n') != gap.npos && gap.find(':') == gap.npos) break;
    if (word.cues.has_any(wanted)) return word.cues;
  }
  return {};
}

CueSet Scan::nearest_after(std::size_t at, CueSet wanted, std::size_t most) const {
  std::size_t last = at;
  for (std::size_t i = first_word_from(at); i < words.size() && most > 0; ++i, --most) {
    if (between(last, words[i].begin).find_first_of("\n.;!?") != std::string_view::npos) break;
    if (words[i].cues.has_any(wanted)) return words[i].cues;
    last = words[i].end;
  }
  return {};
}

std::size_t Scan::line_begin(std::size_t at) const {
  const auto found = at == 0 ? std::string_view::npos : text().rfind('\n', at - 1);
  return found == std::string_view::npos ? 0 : found + 1;
}

std::size_t Scan::line_end(std::size_t at) const {
  return std::min(text().find('\n', at), text().size());
}

bool Scan::touches_placeholder(std::size_t begin, std::size_t end) const {
  const auto next = std::ranges::upper_bound(placeholders, begin, {}, &text::ByteRange::end);
  return next != placeholders.end() && next->begin < end;
}

bool Scan::letter_or_digit_before(std::size_t at) const {
  if (at == 0) return false;
  const Letter letter = letter_before(text(), at);
  return is_letter(letter.code) || (letter.code < 0x80 && is_digit(before(at)));
}

bool Scan::letter_or_digit_at(std::size_t at) const {
  if (at >= text().size()) return false;
  return is_letter(letter_at(text(), at).code) || is_digit(this->at(at));
}

}  // namespace kb::redact

#include "core/redact/name_span.h"

#include <algorithm>

#include "core/redact/letter.h"

namespace kb::redact {
namespace {

constexpr std::size_t kMostWords = 5;
constexpr CueSet kNoName = {Cue::no_name, Cue::company, Cue::greeting,   Cue::thanks,
                            Cue::closing, Cue::title,   Cue::name_label, Cue::phone};

bool is_initial(const Scan& scan, const Word& word) {
  const Letter letter = letter_at(scan.text(), word.begin);
  return word.capital && word.end - word.begin == letter.size && scan.at(word.end) == '.';
}

bool is_gap(std::string_view gap) {
  return gap == " " || gap == "-" || gap == "'" || gap == ". " || gap == ".";
}

// A particle counts where a name word follows it.
bool is_particle(const Scan& scan, std::size_t i) {
  if (!scan.words[i].cues.has(Cue::particle)) return false;
  for (std::size_t next = i + 1; next < scan.words.size() && next < i + 3; ++next) {
    if (scan.between(scan.words[next - 1].end, scan.words[next].begin) != " ") return false;
    if (is_name_word(scan, scan.words[next])) return true;
    if (!scan.words[next].cues.has(Cue::particle)) return false;
  }
  return false;
}

bool belongs(const Scan& scan, std::size_t i) {
  const Word& word = scan.words[i];
  return is_name_word(scan, word) || is_initial(scan, word) || is_particle(scan, i) ||
         (scan.at(word.end) == '\'' && word.capital);
}

}  // namespace

bool is_name_word(const Scan& scan, const Word& word) {
  if (!word.capital || word.cues.has_any(kNoName)) return false;
  const Letter first = letter_at(scan.text(), word.begin);
  if (word.end - word.begin <= first.size) return false;
  // Short words of capitals are abbreviations.
  return word.end - word.begin > 3 ||
         !is_capital(letter_at(scan.text(), word.begin + first.size).code);
}

bool company_follows(const Scan& scan, std::size_t end) {
  if (scan.at(end) != ' ' && scan.at(end) != '-') return false;
  constexpr std::string_view kDotted[] = {"S.r.l", "S.R.L", "S.p.A", "S.A.",
                                          "Sp. z", "e.K.",  "S.C."};
  const std::string_view rest = scan.text().substr(end + 1);
  if (std::ranges::any_of(kDotted, [&](std::string_view form) { return rest.starts_with(form); }))
    return true;
  const std::size_t next = scan.first_word_from(end + 1);
  return next < scan.words.size() && scan.words[next].begin == end + 1 &&
         scan.words[next].cues.has(Cue::company);
}

NameSpan name_from(const Scan& scan, std::size_t word) {
  NameSpan span;
  span.next = word;
  for (std::size_t i = word; i < scan.words.size() && span.words < kMostWords; ++i) {
    const Word& part = scan.words[i];
    if (span.words > 0) {
      const auto gap = scan.between(span.end, part.begin);
      if (!is_gap(gap) || (gap.front() == '.' && !is_initial(scan, scan.words[i - 1]))) break;
      // The s of "Anna's" is no part of her name.
      if (gap == "'" && part.end - part.begin == 1) break;
    }
    if (!belongs(scan, i)) break;
    if (span.words == 0) span.begin = part.begin;
    span.first_name |= span.words == 0 && part.cues.has(Cue::first_name);
    span.doubtful |= part.cues.has(Cue::doubtful_name);
    span.end = part.end;
    span.next = i + 1;
    ++span.words;
  }
  const bool one_initial = span.words == 1 && is_initial(scan, scan.words[word]);
  return one_initial ? NameSpan{.next = word} : span;
}

}  // namespace kb::redact

#include "core/redact/password.h"

#include <algorithm>

#include "core/redact/credential_form.h"
#include "core/redact/letter.h"

namespace kb::redact {
namespace {

// What leads from "password" to the value.
struct Lead {
  std::size_t value = 0;    // where it starts
  bool mark = false;        // ':' or '='
  bool is = false;          // "is", "lautet", a dash
  bool possessive = false;  // "my"
  bool spaced = false;
};

struct Value {
  std::size_t begin = 0, end = 0;
  bool quoted = false;
};

const Word* secret_word_at(const Scan& scan, std::size_t at) {
  const std::size_t i = scan.first_word_from(at);
  return i < scan.words.size() && scan.words[i].begin == at ? &scan.words[i] : nullptr;
}

const Word* word_before(const Scan& scan, std::size_t at) {
  const std::size_t i = scan.first_word_from(at);
  if (i == 0) return nullptr;
  const Word& word = scan.words[i - 1];
  return scan.between(word.end, at).find_first_not_of(' ') == std::string_view::npos ? &word
                                                                                     : nullptr;
}

// "to" leads in Polish and not in English; "e" not before a capital abbreviation, and so on.
bool leads(const Scan& scan, const Word& cue, const Word& word) {
  if (!word.cues.has(Cue::is)) return false;
  const bool english = scan.between(cue.begin, cue.begin + 4) == "pass" || cue.cues.has(Cue::pin);
  return scan.between(word.begin, word.end) != "to" || !english || scan.lang() == "pl";
}

bool is_closing_quote(const Scan& scan, std::size_t i) {
  return (scan.at(i) == '"' || scan.at(i) == '\'') && i > 0 && !is_space(scan.before(i)) &&
         !is_alphanumeric(scan.at(i + 1));
}

// The mark of "password -> x", "password — x", which stands between spaces.
bool is_dash(const Scan& scan, std::size_t i) {
  return scan.at(i) == '-' && is_space(scan.before(i)) &&
         (scan.at(i + 1) == ' ' || scan.at(i + 1) == '>' || scan.at(i + 1) == '-');
}

Lead lead_after(const Scan& scan, const Word& cue, bool pin) {
  Lead lead;
  std::size_t i = cue.end;
  while (scan.at(i) == '_' || is_alphanumeric(scan.at(i))) ++i;
  if (pin && scan.at(i) == '-')  // "PIN-ul", "PIN-код"
    if (const Word* suffix = secret_word_at(scan, i + 1)) i = suffix->end;
  for (int steps = 0; steps < 8; ++steps) {
    while (scan.at(i) == ' ' || scan.at(i) == '\t') ++i, lead.spaced = true;
    if (is_closing_quote(scan, i)) {
      ++i;
    } else if (scan.at(i) == ':' || scan.at(i) == '=') {
      lead.mark = true;
      i += scan.at(i + 1) == '=' || scan.at(i + 1) == '>' ? 2 : 1;
      while (is_space(scan.at(i)) && i - cue.end < 48) ++i;
    } else if (is_dash(scan, i)) {
      lead.is = true;
      i += scan.at(i + 1) == ' ' ? 1 : 2;
    } else if (const Word* word = secret_word_at(scan, i);
               word && (leads(scan, cue, *word) || word->cues.has(Cue::possessive) ||
                        (pin && word->cues.has_any({Cue::pin, Cue::order})))) {
      lead.is |= word->cues.has(Cue::is);
      lead.possessive |= word->cues.has(Cue::possessive);
      i = word->end;
    } else {
      break;
    }
  }
  lead.value = i;
  const Word* before = word_before(scan, cue.begin);
  lead.possessive |= before && before->cues.has(Cue::possessive);
  return lead;
}

// What closes the quotation mark at `i`, or 0.
char32_t closing_of(const Scan& scan, std::size_t i) {
  switch (letter_at(scan.text(), i).code) {
    case U'"':
      return U'"';
    case U'\'':
      return U'\'';
    case U'`':
      return U'`';
    case U'«':
      return U'»';
    case U'„':
    case U'“':
      return U'”';
    default:
      return 0;
  }
}

bool closes(char32_t code, char32_t closing) {
  return code == closing || (closing == U'”' && (code == U'“' || code == U'"'));
}

Value quoted_value(const Scan& scan, std::size_t i) {
  constexpr std::size_t kLongest = 96;
  const char32_t closing = i < scan.text().size() ? closing_of(scan, i) : 0;
  if (closing == 0) return {};
  const std::size_t begin = i + letter_at(scan.text(), i).size;
  for (std::size_t end = begin; end < scan.text().size() && end < begin + kLongest;) {
    const Letter letter = letter_at(scan.text(), end);
    if (letter.code == U'\n') break;
    if (closes(letter.code, closing)) return {begin, end, true};
    end += letter.size;
  }
  return {};
}

Value plain_value(const Scan& scan, std::size_t begin) {
  std::size_t end = begin;
  while (end < scan.text().size() && !is_space(scan.at(end))) {
    const Letter letter = letter_at(scan.text(), end);
    if (letter.code == U'«' || letter.code == U'»' || letter.code == U'”' || letter.code == U'"')
      break;
    end += letter.size;
  }
  constexpr std::string_view kAfter = ".,;:?)]}>'`";
  while (end > begin && kAfter.find(scan.before(end)) != kAfter.npos) --end;
  while (scan.at(end) == '?') ++end;  // people do end passwords with it
  return {begin, end, false};
}

bool ends_clause(const Scan& scan, std::size_t end) {
  const std::size_t next = scan.text().find_first_not_of(" \t", end);
  if (next == std::string_view::npos) return true;
  constexpr std::string_view kEnds = "\r\n.,;!?)";
  if (kEnds.find(scan.at(next)) != kEnds.npos) return true;
  const Word* word = secret_word_at(scan, next);
  return word && word->cues.has(Cue::conjunction);
}

// Words about a password rather than one.
bool is_prose(const Scan& scan, const Value& value) {
  const Word* word = secret_word_at(scan, value.begin);
  if (!word || word->end != value.end) return false;
  if (!(word->cues.has_any({Cue::prose, Cue::is, Cue::possessive, Cue::conjunction}))) {
    const std::string_view text = scan.between(value.begin, value.end);
    return scan.lang() == "en" && text.size() > 5 &&
           (text.ends_with("ed") || text.ends_with("ing"));
  }
  return true;
}

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// A capital inside, as in "bLueBird".
bool mixes_case(std::string_view text) {
  return std::ranges::any_of(text.substr(std::min<std::size_t>(1, text.size())),
                             is_ascii_capital) &&
         std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

bool accepts(const Scan& scan, const Lead& lead, const Value& value) {
  const std::string_view text = scan.between(value.begin, value.end);
  if (text.empty() || is_prose(scan, value) || text.starts_with("http")) return false;
  if (text.find_first_not_of("*.-_xX•") == text.npos) return false;  // already masked
  const bool led = lead.mark || lead.is;
  if (value.quoted) return text.size() >= 3;
  if (looks_chosen(text)) return true;
  if (is_all_digits(text)) return text.size() >= 4;
  if (!led) return false;
  if (lead.mark)
    return text.size() >= 3 && (ends_clause(scan, value.end) || mixes_case(text) ||
                                std::ranges::any_of(text, is_digit));
  if (mixes_case(text) && text.size() >= 5) return true;
  return lead.possessive && text.size() >= 4 && ends_clause(scan, value.end) &&
         secret_word_at(scan, value.begin) != nullptr;
}

bool take(const Scan& scan, const Lead& lead, Candidates& found) {
  if (lead.value >= scan.text().size() || (!lead.spaced && !lead.mark)) return false;
  Value value = quoted_value(scan, lead.value);
  if (!value.quoted) value = plain_value(scan, lead.value);
  if (!accepts(scan, lead, value)) return false;
  found.push_back({value.begin, value.end, Kind::password, Certainty::context});
  return true;
}

// "the password for my account is Blue77": words in between, then a value that looks like one.
void find_later(const Scan& scan, const Word& cue, Candidates& found) {
  constexpr std::size_t kWords = 7;
  const std::size_t first = scan.first_word_from(cue.end);
  for (std::size_t i = first; i < scan.words.size() && i < first + kWords; ++i) {
    const std::size_t last = i == first ? cue.end : scan.words[i - 1].end;
    if (scan.between(last, scan.words[i].begin).find_first_of("\n.;!?") != std::string_view::npos)
      return;
    if (!leads(scan, cue, scan.words[i])) continue;
    std::size_t begin = scan.words[i].end;
    while (scan.at(begin) == ' ' || scan.at(begin) == ':') ++begin;
    const Value value = plain_value(scan, begin);
    if (begin == scan.words[i].end || !looks_chosen(scan.between(value.begin, value.end))) continue;
    found.push_back({value.begin, value.end, Kind::password, Certainty::context});
    return;
  }
}

// Letters, digits and a mark in one word: nothing else in a sentence about a password is like it.
bool looks_marked(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%^&*+=~?_";
  return text.size() >= 6 && looks_chosen(text) && std::ranges::any_of(text, is_digit) &&
         (text.find_first_of(kMarks) != text.npos || mixes_case(text));
}

// "parola veche Blue-77", "the password you sent me, Kx92!pq, …"
void find_described(const Scan& scan, const Word& cue, Candidates& found) {
  constexpr std::size_t kNear = 64;  // bytes
  const std::size_t stop = std::min(scan.line_end(cue.end), cue.end + kNear);
  for (std::size_t at = cue.end; at < stop;) {
    const std::size_t begin = scan.text().find_first_not_of(" \t\"'(", at);
    if (begin == std::string_view::npos || begin >= stop) return;
    const Value value = plain_value(scan, begin);
    if (looks_marked(scan.between(value.begin, value.end)) && value.begin > cue.end)
      return found.push_back({value.begin, value.end, Kind::password, Certainty::context});
    at = std::max(value.end, begin + letter_at(scan.text(), begin).size);
  }
}

// "my password is, I think, Orchid2019 or orchid19": all that may be one.
void find_guessed(const Scan& scan, const Lead& lead, Candidates& found) {
  constexpr std::size_t kNear = 64;  // bytes
  const Word* next = secret_word_at(scan, scan.text().find_first_not_of(" ,", lead.value));
  if (!lead.possessive || !lead.is || !next || next->cues.has(Cue::prose)) return;
  const std::size_t stop = std::min(scan.line_end(lead.value), lead.value + kNear);
  for (std::size_t at = lead.value; at < stop;) {
    const std::size_t begin = scan.text().find_first_not_of(" \t\"'(", at);
    if (begin == std::string_view::npos || begin >= stop) return;
    const Value value = plain_value(scan, begin);
    if (looks_chosen(scan.between(value.begin, value.end)))
      found.push_back({value.begin, value.end, Kind::password, Certainty::context});
    at = std::max(value.end, begin + letter_at(scan.text(), begin).size);
  }
}

// "Blue77! is my password".
void find_earlier(const Scan& scan, const Word& cue, Candidates& found) {
  const Word* my = word_before(scan, cue.begin);
  if (!my || !my->cues.has(Cue::possessive)) return;
  const Word* is = word_before(scan, my->begin);
  if (!is || !is->cues.has(Cue::is) || is->begin < 2 || scan.before(is->begin) != ' ') return;
  std::size_t begin = is->begin - 1;
  while (begin > 0 && !is_space(scan.before(begin))) --begin;
  const Value value = plain_value(scan, begin);
  if (looks_chosen(scan.between(value.begin, value.end)))
    found.push_back({value.begin, value.end, Kind::password, Certainty::context});
}

void find_pin(const Scan& scan, const Word& cue, Candidates& found) {
  const Lead lead = lead_after(scan, cue, true);
  std::size_t end = lead.value;
  while (is_digit(scan.at(end))) ++end;
  const std::size_t size = end - lead.value;
  if (size > 8 || size < (lead.mark ? 3U : 4U) || scan.letter_or_digit_at(end)) return;
  if (!lead.spaced && !lead.mark) return;
  found.push_back({lead.value, end, Kind::password, Certainty::context});
}

}  // namespace

void find_passwords(const Scan& scan, Candidates& found) {
  for (const Word& word : scan.words) {
    if (word.cues.has(Cue::pin)) find_pin(scan, word, found);
    if (!word.cues.has_any({Cue::password, Cue::weak_password})) continue;
    const Lead lead = lead_after(scan, word, false);
    if (!word.cues.has(Cue::password) && !lead.mark) continue;
    if (!take(scan, lead, found)) {
      find_later(scan, word, found);
      find_described(scan, word, found);
      find_guessed(scan, lead, found);
    }
    find_earlier(scan, word, found);
  }
}

}  // namespace kb::redact

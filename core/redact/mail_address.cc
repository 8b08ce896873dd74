#include "core/redact/mail_address.h"

#include "core/redact/letter.h"

namespace kb::redact {
namespace {

bool is_local(char c) {
  constexpr std::string_view kMarks = "._%+-'&=";
  return is_alphanumeric(c) || static_cast<signed char>(c) < 0 || kMarks.find(c) != kMarks.npos;
}

bool is_domain(char c) {
  return is_alphanumeric(c) || c == '-' || c == '.' || static_cast<signed char>(c) < 0;
}

// Back over the local part; `at` itself if there is none. Symbols of other scripts end it.
std::size_t local_begin(const Scan& scan, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_local(scan.before(begin))) {
    const Letter letter = letter_before(scan.text(), begin);
    if (letter.size > 1 && !is_letter(letter.code)) break;
    begin -= letter.size;
  }
  while (begin < at && !scan.letter_or_digit_at(begin)) ++begin;
  // What stands before '=' in an address's parameters is not part of a mail address.
  const auto assigned = scan.between(begin, at).find_last_of("=&");
  return assigned == std::string_view::npos ? begin : begin + assigned + 1;
}

// The end of "mail.example" that starts at `begin`; `begin` itself if it is no domain.
std::size_t domain_end(const Scan& scan, std::size_t begin) {
  std::size_t end = begin, last_dot = 0;
  while (end < scan.text().size() && is_domain(scan.at(end))) {
    const Letter letter = letter_at(scan.text(), end);
    if (letter.size > 1 && !is_letter(letter.code)) break;
    if (scan.at(end) == '.') {
      if (end == begin || scan.before(end) == '.') break;
      last_dot = end;
    }
    end += letter.size;
  }
  while (end > begin && (scan.before(end) == '.' || scan.before(end) == '-')) --end;
  if (last_dot >= end) last_dot = scan.text().rfind('.', end - 1);
  const bool dotted = last_dot != std::string_view::npos && last_dot > begin && last_dot + 2 < end;
  return dotted && !is_digit(scan.at(last_dot + 1)) ? end : begin;
}

void find_at_sign(const Scan& scan, std::size_t at, std::size_t size, Candidates& found) {
  const std::size_t begin = local_begin(scan, at);
  const std::size_t end = domain_end(scan, at + size);
  if (begin < at && end > at + size) found.push_back({begin, end, Kind::email, Certainty::form});
}

// Whether "(at)" stands there rather than "at", so that one spelled word suffices.
bool bracketed(const Scan& scan, const Word& word) {
  const char before = scan.before(word.begin), after = scan.at(word.end);
  return (before == '(' && after == ')') || (before == '[' && after == ']') ||
         (before == '{' && after == '}');
}

std::size_t skip(const Scan& scan, std::size_t i, std::string_view marks) {
  while (i < scan.text().size() && marks.find(scan.at(i)) != marks.npos) ++i;
  return i;
}

// From "mail (dot) example" the end, where at least one dot is spelled or written; else `begin`.
std::size_t spelled_domain_end(const Scan& scan, std::size_t begin, bool& spelled_dot) {
  std::size_t i = scan.first_word_from(begin), end = begin;
  for (bool dotted = false; i < scan.words.size(); ++i) {
    const Word& label = scan.words[i];
    const bool adjacent =
        scan.between(end, label.begin).find_first_not_of(" ([{)]}.") == std::string_view::npos &&
        label.begin - end < 4;
    if (!adjacent || label.cues.has(Cue::dot)) break;
    const std::size_t label_end = [&] {
      std::size_t e = label.end;
      while (is_alphanumeric(scan.at(e)) || (scan.at(e) == '-' && is_alphanumeric(scan.at(e + 1))))
        ++e;
      return e;
    }();
    end = label_end;
    i = scan.first_word_from(end);
    const bool dot_word =
        i < scan.words.size() && scan.words[i].cues.has(Cue::dot) && scan.words[i].begin - end < 4;
    if (dot_word) {
      spelled_dot = dotted = true;
      end = scan.words[i].end;
      continue;
    }
    if (scan.at(end) == '.' && scan.letter_or_digit_at(end + 1)) {
      dotted = true;
      --i;
      continue;
    }
    return dotted ? end : begin;
  }
  return begin;
}

void find_spelled(const Scan& scan, const Word& at, Candidates& found) {
  const bool certain = bracketed(scan, at);
  std::size_t left = at.begin - (certain ? 1 : 0);
  while (left > 0 && scan.before(left) == ' ') --left;
  const std::size_t begin = local_begin(scan, left);
  const std::size_t right = skip(scan, at.end + (certain ? 1 : 0), " ");
  if (begin == left || right == at.end) return;
  bool spelled_dot = false;
  const std::size_t end = spelled_domain_end(scan, right, spelled_dot);
  if (end > right && (certain || spelled_dot))
    found.push_back({begin, end, Kind::email, Certainty::form});
}

}  // namespace

void find_mail_addresses(const Scan& scan, Candidates& found) {
  const std::string_view text = scan.text();
  for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1))
    find_at_sign(scan, at, 1, found);
  for (std::size_t at = text.find("%40"); at != text.npos; at = text.find("%40", at + 3))
    find_at_sign(scan, at, 3, found);
  for (const Word& word : scan.words)
    if (word.cues.has(Cue::at)) find_spelled(scan, word, found);
}

}  // namespace kb::redact

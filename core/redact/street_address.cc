#include "core/redact/street_address.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/redact/digit_run.h"
#include "core/redact/letter.h"

namespace kb::redact {
namespace {

constexpr std::size_t kMostNameWords = 5;

// Over one comma, dot or spaces to what may belong to the address.
std::size_t over_comma(const Scan& scan, std::size_t i) {
  while (scan.at(i) == ' ') ++i;
  if (scan.at(i) == ',') ++i;
  while (scan.at(i) == ' ') ++i;
  return i;
}

const Word* word_at(const Scan& scan, std::size_t at) {
  const std::size_t i = scan.first_word_from(at);
  return i < scan.words.size() && scan.words[i].begin == at ? &scan.words[i] : nullptr;
}

bool is_one_letter(const Scan& scan, const Word& word) {
  return word.end - word.begin == letter_at(scan.text(), word.begin).size;
}

// "12", "12a", "5/7", "45/B", "12-14": its end, or `begin` where no number stands there.
std::size_t house_number_end(const Scan& scan, std::size_t begin) {
  std::size_t end = begin;
  while (is_digit(scan.at(end))) ++end;
  if (end == begin || end - begin > 4) return begin;
  const auto one_letter = [&] {
    const Word* word = word_at(scan, end);
    if (word && is_one_letter(scan, *word)) end = word->end;
  };
  one_letter();
  while ((scan.at(end) == '/' || scan.at(end) == '-') && scan.letter_or_digit_at(end + 1)) {
    const std::size_t mark = end++;
    while (is_digit(scan.at(end))) ++end;
    one_letter();
    if (end == mark + 1) return mark;
  }
  const bool other = scan.letter_or_digit_at(end) ||
                     ((scan.at(end) == '.' || scan.at(end) == ',') && is_digit(scan.at(end + 1)));
  return other ? begin : end;
}

// "nr. 10", "д. 5", "m. 4", "10": the number with the word before it; `begin` if there is none.
std::size_t labelled_number_end(const Scan& scan, std::size_t begin, bool word_needed) {
  std::size_t i = begin;
  const Word* word = word_at(scan, i);
  if (word && word->cues.has(Cue::house)) {
    i = word->end;
    while (scan.at(i) == '.' || scan.at(i) == ' ') ++i;
    const Word* letter = word_at(scan, i);
    if (letter && is_one_letter(scan, *letter) && letter->capital) return letter->end;
  } else if (word_needed) {
    return begin;
  }
  const std::size_t end = house_number_end(scan, i);
  return end == i ? begin : end;
}

// "00-238 Warszawa", "10115 Berlin", "D-10115 Berlin".
std::size_t postcode_end(const Scan& scan, std::size_t begin) {
  std::size_t i = begin;
  if (is_ascii_capital(scan.at(i)) && scan.at(i + 1) == '-') i += 2;
  const std::size_t digits = i;
  while (is_digit(scan.at(i)) || (scan.at(i) == '-' && i > digits && is_digit(scan.at(i + 1)))) ++i;
  if (i - digits < 4 || i - digits > 7 || scan.at(i) != ' ') return begin;
  const std::size_t city = scan.first_word_from(i);
  if (city >= scan.words.size() || scan.words[city].begin != i + 1 || !scan.words[city].capital)
    return begin;
  return scan.words[city].end;
}

// Flats, blocks and the postcode after a house number.
std::size_t extended(const Scan& scan, std::size_t end) {
  for (;;) {
    const std::size_t next = over_comma(scan, end);
    const std::size_t flat = next > end ? labelled_number_end(scan, next, true) : next;
    if (flat == next) break;
    end = flat;
  }
  const std::size_t next = scan.at(end) == '\n' ? end + 1 : over_comma(scan, end);
  const std::size_t postcode = next > end ? postcode_end(scan, next) : next;
  return postcode > next ? postcode : end;
}

// The number after a street's name that ends at `end`, with what belongs to it; 0 without one.
std::size_t address_end(const Scan& scan, std::size_t end) {
  const std::size_t next = over_comma(scan, end);
  if (next == end) return 0;
  const std::size_t number = labelled_number_end(scan, next, false);
  return number == next ? 0 : extended(scan, number);
}

void add_address(std::size_t begin, std::size_t end, Candidates& found) {
  found.push_back({begin, end, Kind::street, Certainty::context});
}

// Words that are streets only with a dot ("al. Jana", "os. Słoneczne") or where their language is.
bool is_kind_of_street(const Scan& scan, const Word& word) {
  struct Row {
    std::string_view words, langs;
  };
  constexpr Row kDoubtful[] = {{"al os pl place", "-"},
                               {"via largo corso viale vicolo", "it"},
                               {"rue chemin", "fr"},
                               {"calle paseo plaza", "es"}};
  if (scan.at(word.end) == '.') return true;
  const std::string text = folded(scan.between(word.begin, word.end));
  for (const Row& row : kDoubtful) {
    const auto at = row.words.find(text);
    const bool listed =
        at != row.words.npos && (at == 0 || row.words[at - 1] == ' ') &&
        (at + text.size() == row.words.size() || row.words[at + text.size()] == ' ');
    if (listed) return row.langs.find(scan.lang()) != row.langs.npos || scan.lang().empty();
  }
  return true;
}

bool is_name_part(const Word& word) {
  return (word.capital && !word.cues.has(Cue::house)) || word.cues.has(Cue::particle);
}

// "ul. Jana Pawła 12", "via Roma 12", "улица Пушкина, дом 10": kind, name, number.
void find_kind_first(const Scan& scan, std::size_t kind, Candidates& found) {
  if (!is_kind_of_street(scan, scan.words[kind])) return;
  std::size_t i = scan.words[kind].end;
  if (scan.at(i) == '.') ++i;
  while (scan.at(i) == ' ') ++i;
  // "ul. 3 Maja 5"
  if (is_digit(scan.at(i))) {
    const std::size_t space = scan.text().find_first_not_of("0123456789", i);
    if (space == std::string_view::npos || space - i > 2 || scan.at(space) != ' ') return;
    i = space + 1;
  }
  std::size_t word = scan.first_word_from(i), end = i;
  bool capital = false;
  for (std::size_t n = 0; n < kMostNameWords && word < scan.words.size(); ++n, ++word) {
    const Word& part = scan.words[word];
    const auto gap = scan.between(end, part.begin);
    if ((n == 0 ? !gap.empty() : gap != " " && gap != "-" && gap != ". ") || !is_name_part(part))
      break;
    capital |= part.capital;
    end = part.end;
    if (const std::size_t last = capital ? address_end(scan, end) : 0; last > 0)
      return add_address(scan.words[kind].begin, last, found);
  }
}

// "221B Baker Street", "12 rue de la Paix": the number is before.
std::size_t number_before(const Scan& scan, std::size_t begin) {
  if (begin < 2 || scan.before(begin) != ' ') return begin;
  std::size_t first = begin - 1;
  if (scan.before(first) == ',') --first;
  while (first > 0 && is_alphanumeric(scan.before(first))) --first;
  const std::size_t end = house_number_end(scan, first);
  const bool whole =
      end > first && scan.between(end, begin).find_first_not_of(" ,") == std::string_view::npos;
  return whole && starts_alone(scan, first) ? first : begin;
}

void find_number_first(const Scan& scan, std::size_t kind, Candidates& found) {
  if (!scan.words[kind].capital) return;
  std::size_t begin = scan.words[kind].begin;
  for (std::size_t i = kind; i-- > 0 && kind - i <= 3;) {
    const Word& part = scan.words[i];
    if (scan.between(part.end, begin) != " " || !part.capital || is_digit(scan.before(part.begin)))
      return;
    begin = part.begin;
    const std::size_t number = number_before(scan, begin);
    if (number == begin) continue;
    std::size_t end = scan.words[kind].end;
    if (scan.at(end) == '.' && scan.at(end + 1) == ',') ++end;
    return add_address(number, extended(scan, end), found);
  }
}

void find_french(const Scan& scan, std::size_t kind, Candidates& found) {
  const std::size_t begin = number_before(scan, scan.words[kind].begin);
  if (begin == scan.words[kind].begin) return;
  std::size_t end = scan.words[kind].end;
  bool capital = false;
  for (std::size_t i = kind + 1; i < scan.words.size() && i <= kind + kMostNameWords; ++i) {
    const Word& part = scan.words[i];
    const auto gap = scan.between(end, part.begin);
    if ((gap != " " && gap != "-" && gap != "'") || !is_name_part(part)) break;
    capital |= part.capital;
    end = part.end;
  }
  if (capital) add_address(begin, extended(scan, end), found);
}

// "Hauptstraße 12a", "Berliner Str. 101", "Lindenweg 5".
void find_german(const Scan& scan, const Word& word, Candidates& found) {
  constexpr std::string_view kSurely[] = {"strase", "strasse", "str", "gasse",
                                          "allee",  "damm",    "ufer"};
  constexpr std::string_view kMaybe[] = {"weg", "platz"};
  constexpr std::string_view kOther[] = {
      "um",      "aus",      "ruck", "hin",  "losungs", "dienst", "rechts", "versand",   "post",
      "arbeits", "speicher", "park", "sitz", "stell",   "steck",  "end",    "transport", "haupt"};
  const std::string text = folded(scan.between(word.begin, word.end));
  const auto ends_with = [&](std::string_view ending) { return text.ends_with(ending); };
  const auto sure = std::ranges::find_if(kSurely, ends_with);
  const auto maybe = std::ranges::find_if(kMaybe, ends_with);
  if (sure == std::end(kSurely) && maybe == std::end(kMaybe)) return;
  const std::string_view ending = sure != std::end(kSurely) ? *sure : *maybe;
  const std::string_view stem = std::string_view(text).substr(0, text.size() - ending.size());
  if (sure == std::end(kSurely) &&
      std::ranges::any_of(kOther, [&](std::string_view other) { return stem.ends_with(other); }))
    return;
  std::size_t begin = word.begin, end = word.end;
  if (scan.at(end) == '.') ++end;
  const std::size_t i = scan.first_word_from(word.begin);
  const bool named = i > 0 && scan.words[i - 1].capital &&
                     !scan.words[i - 1].cues.has(Cue::no_name) &&
                     (scan.between(scan.words[i - 1].end, begin) == " " ||
                      scan.between(scan.words[i - 1].end, begin) == "-");
  if (stem.empty() && !named) return;
  if (stem.empty()) begin = scan.words[i - 1].begin;
  if (!word.capital && !named) return;
  if (const std::size_t last = address_end(scan, end); last > 0) add_address(begin, last, found);
}

bool may_be_german(const Scan& scan, const Word& word) {
  const std::size_t size = word.end - word.begin;
  if (size < 3 || !is_digit(scan.at(scan.text().find_first_not_of(" .,", word.end)))) return false;
  return word.capital;
}

}  // namespace

void find_street_addresses(const Scan& scan, Candidates& found) {
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    const Word& word = scan.words[i];
    if (word.cues.has_any({Cue::street_before, Cue::street_both})) {
      find_kind_first(scan, i, found);
      find_french(scan, i, found);
    }
    if (word.cues.has(Cue::street_after)) find_number_first(scan, i, found);
    if (word.cues.has(Cue::street_both) && word.end < scan.text().size() && i > 0 &&
        scan.words[i - 1].capital && scan.between(scan.words[i - 1].end, word.begin) == " ")
      if (const std::size_t end = address_end(scan, word.end); end > 0)
        add_address(scan.words[i - 1].begin, end, found);
    if (may_be_german(scan, word)) find_german(scan, word, found);
  }
}

}  // namespace kb::redact

#include "core/redact/national_number.h"

#include <algorithm>
#include <string>

#include "core/redact/check_digits.h"
#include "core/redact/digit_run.h"
#include "core/redact/letter.h"

namespace kb::redact {
namespace {

// What a number of digits needs besides its check digits to be taken for one.
enum class Needs { nothing, language, cue };

bool any_grouping(const DigitRun& run) {
  return run.groups == 1;
}
bool grouped_snils(const DigitRun& run) {
  return run.grouped_as({3, 3, 3, 2});
}
bool grouped_tax_id(const DigitRun& run) {
  return run.grouped_as({2, 3, 3, 3}) || run.groups == 1;
}
bool grouped_nir(const DigitRun& run) {
  return run.groups == 1 || run.grouped_as({1, 2, 2, 2, 3, 3, 2}) || run.grouped_as({13, 2});
}
bool grouped_ssn(const DigitRun& run) {
  return run.grouped_as({3, 2, 4}) && run.tight;
}
bool however_grouped(const DigitRun&) {
  return true;
}

struct NationalNumber {
  Kind kind;
  std::size_t digits;
  bool (*check)(std::string_view);
  bool (*grouped)(const DigitRun&);
  Cue cue;
  std::string_view lang;
  Needs needs;
};

// Where a number could be two of them, a cue decides, then the language, then the order of rows.
constexpr NationalNumber kNumbers[] = {
    {Kind::cnp, 13, is_cnp, any_grouping, Cue::pesel, "ro", Needs::nothing},
    {Kind::nir, 15, is_nir, grouped_nir, Cue::ssn, "fr", Needs::nothing},
    {Kind::snils, 11, is_snils, grouped_snils, Cue::snils, "ru", Needs::nothing},
    {Kind::ssn, 9, is_ssn, grouped_ssn, Cue::ssn, "en", Needs::nothing},
    {Kind::pesel, 11, is_pesel, any_grouping, Cue::pesel, "pl", Needs::nothing},
    {Kind::tax_id, 11, is_tax_id, grouped_tax_id, Cue::tax_id, "de", Needs::language},
    {Kind::snils, 11, is_snils, any_grouping, Cue::snils, "ru", Needs::language},
    {Kind::inn, 12, is_inn, any_grouping, Cue::inn, "ru", Needs::language},
    {Kind::inn, 10, is_inn, any_grouping, Cue::inn, "ru", Needs::cue},
    {Kind::ssn, 9, is_ssn, however_grouped, Cue::ssn, "en", Needs::cue},
    {Kind::tax_id, 11, is_tax_id, however_grouped, Cue::tax_id, "de", Needs::cue},
};

constexpr CueSet kAnyNational = {Cue::pesel, Cue::snils, Cue::tax_id, Cue::inn, Cue::ssn};

int score(const NationalNumber& row, CueSet cues, std::string_view lang) {
  if (cues.has(row.cue)) return 3;
  if (row.needs == Needs::cue || cues.has(Cue::order)) return 0;
  if (row.lang == lang) return 2;
  return row.needs == Needs::nothing ? 1 : 0;
}

void find_digits(const Scan& scan, std::size_t first, Candidates& found) {
  CueSet wanted = kAnyNational;
  wanted.add(Cue::order);
  const CueSet cues = scan.nearest_before(scan.digits[first].begin, wanted, 4);
  int best = 0;
  Candidate candidate;
  for (const NationalNumber& row : kNumbers) {
    const int points = score(row, cues, scan.lang());
    if (points <= best) continue;
    const auto run = digit_run(scan, first, row.digits, Across::lines);
    if (!run || !row.grouped(*run) || !row.check(run->digits())) continue;
    if (!stands_alone(scan, run->begin, run->end)) continue;
    best = points;
    candidate = {run->begin, run->end, row.kind, Certainty::checksum};
  }
  if (best > 0) found.push_back(candidate);
}

// The next `size` letters and digits, capitals, over single spaces and dashes.
std::string compact(const Scan& scan, std::size_t begin, std::size_t size, std::size_t& end) {
  std::string all;
  for (end = begin; all.size() < size; ++end) {
    const char c = scan.at(end);
    if (is_alphanumeric(c))
      all += upper(c);
    else if ((c != ' ' && c != '-') || !is_alphanumeric(scan.at(end + 1)))
      break;
  }
  return all;
}

void find_compact(const Scan& scan, std::size_t begin, std::size_t size, Kind kind,
                  bool (*check)(std::string_view), Candidates& found) {
  if (scan.letter_or_digit_before(begin)) return;
  std::size_t end = 0;
  const std::string all = compact(scan, begin, size, end);
  if (all.size() != size || scan.letter_or_digit_at(end) || !check(all)) return;
  if (scan.nearest_before(begin, {Cue::order, Cue::fiscal}, 3).has(Cue::order) &&
      kind != Kind::codice_fiscale)
    return;
  found.push_back({begin, end, kind, Certainty::checksum});
}

void find_lettered(const Scan& scan, Candidates& found) {
  for (const Word& word : scan.words) {
    const std::size_t size = word.end - word.begin;
    const bool digit_next = is_digit(scan.at(word.end));
    // "RSS MRA 80A01 H501U"
    const bool parts = size == 3 && scan.at(word.end) == ' ' && scan.at(word.end + 4) == ' ' &&
                       is_digit(scan.at(word.end + 5));
    if ((size >= 6 && size <= 8 && digit_next) || parts)
      find_compact(scan, word.begin, 16, Kind::codice_fiscale, is_codice_fiscale, found);
    const char first = upper(scan.at(word.begin));
    if (size == 1 && first >= 'X' && first <= 'Z')
      find_compact(scan, word.begin, 9, Kind::nie, is_nie, found);
  }
  for (const Digits& group : scan.digits) {
    if (group.size() == 8) find_compact(scan, group.begin, 9, Kind::dni, is_dni, found);
    const bool corsica = group.size() == 6 || (group.size() == 1 && scan.at(group.end) == ' ');
    if (corsica && (scan.at(group.begin) == '1' || scan.at(group.begin) == '2'))
      find_compact(scan, group.begin, 15, Kind::nir, is_nir, found);
  }
}

// A word of capitals and digits with enough digits to be a document's number.
bool is_document_number(std::string_view token) {
  const auto digits = std::ranges::count_if(token, is_digit);
  const auto letters = std::ranges::count_if(token, is_ascii_capital);
  const auto size = static_cast<std::ptrdiff_t>(token.size());
  return size >= 7 && size <= 10 && digits >= 5 && digits + letters == size;
}

void find_passport(const Scan& scan, const Word& cue, Candidates& found) {
  constexpr std::size_t kNear = 48;
  const std::size_t limit = std::min(scan.line_end(cue.end), cue.end + kNear);
  for (std::size_t i = scan.first_digits_from(cue.end);
       i < scan.digits.size() && scan.digits[i].end <= limit; ++i) {
    std::size_t begin = scan.digits[i].begin, end = scan.digits[i].end;
    while (is_alphanumeric(scan.before(begin))) --begin;
    while (is_alphanumeric(scan.at(end))) ++end;
    const auto russian = digit_run(scan, i, 10, Across::one_line);
    if (russian &&
        (russian->groups == 1 || russian->grouped_as({4, 6}) || russian->grouped_as({2, 2, 6})))
      end = std::max(end, russian->end);
    else if (!is_document_number(scan.between(begin, end)))
      continue;
    return found.push_back({begin, end, Kind::passport, Certainty::form});
  }
}

}  // namespace

void find_national_numbers(const Scan& scan, Candidates& found) {
  for (std::size_t i = 0; i < scan.digits.size(); ++i)
    if (scan.digits[i].size() <= 15) find_digits(scan, i, found);
  find_lettered(scan, found);
  for (const Word& word : scan.words)
    if (word.cues.has(Cue::passport)) find_passport(scan, word, found);
}

}  // namespace kb::redact

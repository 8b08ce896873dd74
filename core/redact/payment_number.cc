#include "core/redact/payment_number.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/redact/check_digits.h"
#include "core/redact/digit_run.h"
#include "core/redact/letter.h"

namespace kb::redact {
namespace {

// Card numbers of an issuer start within [from, to], compared by the digits of `from`.
struct Issuer {
  std::string_view from, to;
  std::size_t least, most;  // digits
};
constexpr Issuer kIssuers[] = {
    {"4", "4", 13, 19},       {"51", "55", 16, 16},     {"2221", "2720", 16, 16},
    {"34", "34", 15, 15},     {"37", "37", 15, 15},     {"6011", "6011", 16, 19},
    {"644", "659", 16, 19},   {"3528", "3589", 16, 19}, {"300", "305", 14, 19},
    {"36", "36", 14, 19},     {"38", "39", 14, 19},     {"62", "62", 16, 19},
    {"2200", "2204", 16, 19}, {"50", "50", 13, 19},     {"56", "58", 13, 19},
    {"60", "60", 16, 19},     {"63", "63", 13, 19},     {"67", "67", 13, 19}};

bool is_issued(std::string_view digits) {
  return std::ranges::any_of(kIssuers, [&](const Issuer& issuer) {
    const auto prefix = digits.substr(0, issuer.from.size());
    return prefix >= issuer.from && prefix <= issuer.to && digits.size() >= issuer.least &&
           digits.size() <= issuer.most;
  });
}

// Numbers of parcels and the like pass the check one time in ten.
bool is_thing(const Scan& scan, std::size_t begin) {
  const CueSet nearest = scan.nearest_before(begin, {Cue::order, Cue::card, Cue::bank}, 3);
  return nearest.has(Cue::order) && !nearest.has(Cue::card) && !nearest.has(Cue::bank);
}

// How many digits a number that starts there can have, more than needed or not.
std::size_t longest(const Scan& scan, std::size_t first) {
  std::size_t digits = scan.digits[first].size();
  for (std::size_t i = first + 1; i < scan.digits.size() && digits < 19; ++i) {
    if (scan.digits[i].gap == Gap::far) break;
    digits += scan.digits[i].size();
  }
  return digits;
}

void find_card(const Scan& scan, std::size_t first, Candidates& found) {
  if (longest(scan, first) < 13) return;
  for (std::size_t size = 19; size >= 13; --size) {
    const auto run = digit_run(scan, first, size, Across::lines);
    if (!run || run->groups > 6 || !is_issued(run->digits()) || !is_luhn(run->digits())) continue;
    if (!starts_alone(scan, run->begin) || scan.letter_or_digit_at(run->end)) continue;
    if (is_thing(scan, run->begin)) continue;
    return found.push_back({run->begin, run->end, Kind::card, Certainty::checksum});
  }
}

void find_polish_account(const Scan& scan, std::size_t first, Candidates& found) {
  const auto run = digit_run(scan, first, 26, Across::lines);
  if (run && is_iban("PL" + std::string(run->digits())) && stands_alone(scan, run->begin, run->end))
    found.push_back({run->begin, run->end, Kind::iban, Certainty::checksum});
}

// From "DE89 3704…" as many letters and digits as the country's accounts have.
struct Compact {
  std::string text;
  std::size_t end = 0;
};
Compact compact_account(const Scan& scan, std::size_t begin, std::size_t size) {
  Compact all;
  for (std::size_t i = begin; i < scan.text().size() && all.text.size() < size; ++i) {
    const char c = scan.at(i);
    if (is_alphanumeric(c)) {
      all.text += upper(c);
      all.end = i + 1;
      continue;
    }
    const std::size_t next = scan.text().find_first_not_of(" \r\n\t>", i);
    const bool joint = c == '-' || c == '.' || is_space(c);
    if (!joint || (is_space(c) && next != std::string_view::npos && next > i + 5)) break;
  }
  return all;
}

void find_iban(const Scan& scan, const Word& country, Candidates& found) {
  const std::string code = {upper(scan.at(country.begin)), upper(scan.at(country.begin + 1))};
  const std::size_t size = iban_length(code);
  const bool checked = is_digit(scan.at(country.end)) ||
                       (scan.at(country.end) == ' ' && is_digit(scan.at(country.end + 1)));
  if (size == 0 || !checked || scan.letter_or_digit_before(country.begin)) return;
  const Compact all = compact_account(scan, country.begin, size);
  if (all.text.size() != size || scan.letter_or_digit_at(all.end)) return;
  if (is_iban(all.text))
    found.push_back({country.begin, all.end, Kind::iban, Certainty::checksum});
  else if (!scan.nearest_before(country.begin, {Cue::bank}, 3).empty() &&
           std::ranges::count_if(all.text, is_digit) > 8)
    found.push_back({country.begin, all.end, Kind::iban, Certainty::form});
}

}  // namespace

void find_payment_numbers(const Scan& scan, Candidates& found) {
  for (std::size_t i = 0; i < scan.digits.size(); ++i) {
    const std::size_t size = scan.digits[i].size();
    if (size >= 4 && size <= 19) find_card(scan, i, found);
    if (size == 2 || size == 26) find_polish_account(scan, i, found);
  }
  for (const Word& word : scan.words)
    if (word.end - word.begin == 2 && is_ascii_letter(scan.at(word.begin)))
      find_iban(scan, word, found);
}

}  // namespace kb::redact

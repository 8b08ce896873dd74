#include "core/redact/check_digits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>

#include "core/redact/letter.h"

namespace kb::redact {
namespace {

bool all_digits(std::string_view text, std::size_t size) {
  return text.size() == size && std::ranges::all_of(text, is_digit);
}

int digit(char c) {
  return c - '0';
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + digit(c);
  return value;
}

int weighted(std::string_view digits, std::initializer_list<int> weights) {
  int sum = 0;
  std::size_t i = 0;
  for (const int weight : weights) sum += weight * digit(digits[i++]);
  return sum;
}

bool is_day(int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= (month == 2 ? 29 : 31);
}

// Digits and letters as IBANs count them: A is 10.
int mod_97(std::string_view text) {
  int rest = 0;
  for (const char c : text) {
    const int value = is_digit(c) ? digit(c) : c - 'A' + 10;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

struct Country {
  std::string_view code;
  std::uint8_t length;
};
constexpr Country kIbans[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
    {"BH", 22}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
    {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27},
    {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20},
    {"LB", 28}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"MC", 27}, {"MD", 24}, {"ME", 22},
    {"MK", 19}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15}, {"PK", 24}, {"PL", 28},
    {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24}, {"SI", 19},
    {"SK", 24}, {"SM", 27}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}};

// What a letter or digit counts at an odd place of a codice fiscale.
constexpr std::array<std::uint8_t, 36> kOdd = {1,  0, 5, 7,  9,  13, 15, 17, 19, 21, 1,  0,
                                               5,  7, 9, 13, 15, 17, 19, 21, 2,  4,  18, 20,
                                               11, 3, 6, 8,  12, 14, 16, 10, 22, 25, 24, 23};

int letter_or_digit(char c) {
  return is_digit(c) ? digit(c) : c - 'A' + 10;
}

// Digits of a codice fiscale become letters where two people would share one.
char without_omocodia(char c) {
  constexpr std::string_view kLetters = "LMNPQRSTUV";
  const auto found = kLetters.find(c);
  return found == kLetters.npos ? c : static_cast<char>('0' + found);
}

bool control_letter_fits(int value, char letter) {
  constexpr std::string_view kControl = "TRWAGMYFPDXBNJZSQVHLCKE";
  return letter == kControl[static_cast<std::size_t>(value % 23)];
}

}  // namespace

bool is_luhn(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (std::size_t i = digits.size(); i-- > 0; doubled = !doubled) {
    const int value = digit(digits[i]) * (doubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

std::size_t iban_length(std::string_view country) {
  const auto* found = std::ranges::lower_bound(kIbans, country, {}, &Country::code);
  return found != std::end(kIbans) && found->code == country ? found->length : 0;
}

bool is_iban(std::string_view iban) {
  if (iban.size() < 15 || iban.size() != iban_length(iban.substr(0, 2))) return false;
  std::string turned(iban.substr(4));
  turned += iban.substr(0, 4);
  return mod_97(turned) == 1;
}

bool is_pesel(std::string_view d) {
  if (!all_digits(d, 11)) return false;
  const int month = number_of(d.substr(2, 2)) % 20;  // centuries add 20, 40, 60, 80
  if (!is_day(month, number_of(d.substr(4, 2)))) return false;
  return (weighted(d, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3}) + digit(d[10])) % 10 == 0;
}

bool is_cnp(std::string_view d) {
  if (!all_digits(d, 13) || d[0] == '0') return false;
  const int county = number_of(d.substr(7, 2));
  const bool possible = (county >= 1 && county <= 52) || county == 70;
  if (!possible || !is_day(number_of(d.substr(3, 2)), number_of(d.substr(5, 2)))) return false;
  const int rest = weighted(d, {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
  return (rest == 10 ? 1 : rest) == digit(d[12]);
}

bool is_codice_fiscale(std::string_view code) {
  constexpr std::string_view kForm = "AAAAAA99A99A999A";
  if (code.size() != kForm.size()) return false;
  int sum = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool wants_digit = kForm[i] == '9';
    if (wants_digit ? !is_digit(without_omocodia(code[i])) : !is_ascii_capital(code[i]))
      return false;
    const auto value = static_cast<std::size_t>(letter_or_digit(code[i]));
    if (i < 15) sum += i % 2 == 0 ? kOdd[value] : static_cast<int>(value < 10 ? value : value - 10);
  }
  constexpr std::string_view kMonths = "ABCDEHLMPRST";
  const int day = digit(without_omocodia(code[9])) * 10 + digit(without_omocodia(code[10]));
  return kMonths.find(code[8]) != kMonths.npos && day % 40 >= 1 && day % 40 <= 31 &&
         code[15] == 'A' + sum % 26;
}

bool is_inn(std::string_view d) {
  if (d.size() == 10)
    return all_digits(d, 10) && weighted(d, {2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == digit(d[9]);
  return all_digits(d, 12) &&
         weighted(d, {7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == digit(d[10]) &&
         weighted(d, {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) % 11 % 10 == digit(d[11]);
}

bool is_snils(std::string_view d) {
  if (!all_digits(d, 11)) return false;
  const int sum = weighted(d, {9, 8, 7, 6, 5, 4, 3, 2, 1}) % 101;
  return (sum == 100 ? 0 : sum) == number_of(d.substr(9));
}

bool is_tax_id(std::string_view d) {
  if (!all_digits(d, 11) || d[0] == '0') return false;
  std::array<int, 10> times{};
  for (const char c : d.substr(0, 10)) ++times[static_cast<std::size_t>(digit(c))];
  const int most = *std::ranges::max_element(times);
  if (most < 2 || most > 3) return false;
  int product = 10;
  for (const char c : d.substr(0, 10)) {
    const int sum = (digit(c) + product) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  return (11 - product) % 10 == digit(d[10]);
}

bool is_nir(std::string_view n) {
  if (n.size() != 15 || (n[0] != '1' && n[0] != '2')) return false;
  std::string digits(n);
  if (n[5] == '2' && (n[6] == 'A' || n[6] == 'B')) digits.replace(5, 2, n[6] == 'A' ? "19" : "18");
  if (!all_digits(digits, 15)) return false;
  const int month = number_of(std::string_view(digits).substr(3, 2));
  if (month < 1 || (month > 12 && month < 20) || (month > 42 && month < 50)) return false;
  std::int64_t value = 0;
  for (const char c : std::string_view(digits).substr(0, 13)) value = value * 10 + digit(c);
  return 97 - value % 97 == number_of(std::string_view(digits).substr(13));
}

bool is_dni(std::string_view n) {
  return n.size() == 9 && all_digits(n.substr(0, 8), 8) &&
         control_letter_fits(number_of(n.substr(0, 8)), n[8]);
}

bool is_nie(std::string_view n) {
  if (n.size() != 9 || n[0] < 'X' || n[0] > 'Z' || !all_digits(n.substr(1, 7), 7)) return false;
  return control_letter_fits((n[0] - 'X') * 10'000'000 + number_of(n.substr(1, 7)), n[8]);
}

bool is_ssn(std::string_view d) {
  if (!all_digits(d, 9)) return false;
  const int area = number_of(d.substr(0, 3));
  return area != 0 && area != 666 && area < 900 && d.substr(3, 2) != "00" && d.substr(5) != "0000";
}

}  // namespace kb::redact

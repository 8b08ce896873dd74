#include "core/redact/credential_form.h"

#include <algorithm>
#include <bitset>

#include "core/redact/letter.h"

namespace kb::redact {
namespace {

struct Shape {
  std::size_t digits = 0, capitals = 0, small = 0, marks = 0, other = 0;
  std::size_t changes = 0;  // from one of these to another
  std::size_t distinct = 0;

  std::size_t letters() const { return capitals + small + other; }
};

Shape shape_of(std::string_view text) {
  Shape shape;
  std::bitset<256> seen;
  int last = -1;
  for (const char c : text) {
    seen.set(static_cast<unsigned char>(c));
    int now = 0;
    if (is_digit(c))
      ++shape.digits, now = 1;
    else if (is_ascii_capital(c))
      ++shape.capitals, now = 2;
    else if (is_ascii_letter(c))
      ++shape.small, now = 3;
    else if (static_cast<signed char>(c) < 0)
      ++shape.other, now = 3;
    else
      ++shape.marks, now = 4;
    if (last >= 0 && now != last && now != 4 && last != 4) ++shape.changes;
    last = now;
  }
  shape.distinct = seen.count();
  return shape;
}

// "E-1042", "FW-204817", "KB5034441", "0x80070057", "v2.1", "1.2.3", "5GHz".
bool is_code(std::string_view text) {
  if (text.starts_with("0x") || text.starts_with("0X")) return true;
  std::size_t i = 0;
  while (i < text.size() && is_ascii_letter(text[i])) ++i;
  const std::size_t letters = i;
  const auto is_number_part = [](char c) {
    return is_digit(c) || c == '.' || c == '-' || c == ',' || c == '/' || c == ':';
  };
  const bool only_numbers =
      std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i), text.end(), is_number_part);
  const bool all_capitals = std::all_of(
      text.begin(), text.begin() + static_cast<std::ptrdiff_t>(letters), is_ascii_capital);
  if (only_numbers && (letters == 0 || (letters <= 4 && all_capitals) || letters == 1)) return true;
  const bool measure = letters == 0 && text.size() <= 6;
  return measure && std::all_of(text.end() - 2, text.end(), is_ascii_letter) &&
         std::all_of(text.begin(), text.end() - 3, is_digit);
}

}  // namespace

bool looks_random(std::string_view text) {
  if (text.size() < 16) return false;
  const Shape shape = shape_of(text);
  if (shape.digits == 0 || shape.letters() == 0 || shape.distinct < 8) return false;
  return shape.changes * 6 >= text.size() && shape.marks * 4 <= text.size();
}

bool looks_chosen(std::string_view text) {
  if (text.size() < 4 || is_code(text)) return false;
  if (text.find("://") != text.npos) return false;
  const Shape shape = shape_of(text);
  if (shape.letters() == 0) return false;
  if (shape.digits > 0) return true;
  constexpr std::string_view kMarks = "!@#$%^&*_+=~<>|\\";
  const auto mark = text.find_first_of(kMarks);
  return mark != text.npos && (mark + 1 < text.size() || shape.capitals > 0) && shape.letters() > 1;
}

}  // namespace kb::redact

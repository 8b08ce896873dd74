#include "core/base/date.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdio>

namespace kb {
namespace {

using namespace std::chrono;

// Reads exactly `digits` decimal digits from the front of `text` and removes them.
bool take_number(std::string_view& text, std::size_t digits, int& value) {
  if (text.size() < digits) return false;
  for (std::size_t i = 0; i < digits; ++i)
    if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) return false;
  std::from_chars(text.data(), text.data() + digits, value);
  text.remove_prefix(digits);
  return true;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

// Of a second: read, but too fine for what dates are used for.
bool take_fraction(std::string_view& text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(digits);
  return digits > 0;
}

// "Z", "+01:00", "-0530", "+02" or nothing (UTC).
bool take_offset(std::string_view& text, minutes& offset) {
  offset = minutes{0};
  if (text.empty() || take(text, 'Z') || take(text, 'z')) return text.empty();
  const bool negative = text.front() == '-';
  if (!take(text, '+') && !take(text, '-')) return false;
  int hour = 0, minute = 0;
  if (!take_number(text, 2, hour)) return false;
  if ((take(text, ':') || !text.empty()) && !take_number(text, 2, minute)) return false;
  if (hour > 14 || minute > 59) return false;
  offset = minutes{hour * 60 + minute} * (negative ? -1 : 1);
  return text.empty();
}

}  // namespace

Result<Time> parse_time(std::string_view text) {
  const auto not_a_date = fail("not a date: '" + std::string(text.substr(0, 60)) + "'", {},
                               "write it as 2026-03-14 or 2026-03-14T09:30:00Z");
  int y = 0, m = 0, d = 0, hour = 0, minute = 0, second = 0;
  if (!take_number(text, 4, y) || !take(text, '-') || !take_number(text, 2, m) ||
      !take(text, '-') || !take_number(text, 2, d))
    return not_a_date;
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                            day{static_cast<unsigned>(d)}};
  if (!date.ok()) return not_a_date;
  minutes offset{0};
  if (!text.empty()) {
    if (!take(text, 'T') && !take(text, 't') && !take(text, ' ')) return not_a_date;
    if (!take_number(text, 2, hour) || !take(text, ':') || !take_number(text, 2, minute))
      return not_a_date;
    if (take(text, ':') && !take_number(text, 2, second)) return not_a_date;
    if (take(text, '.') && !take_fraction(text)) return not_a_date;
    while (take(text, ' ')) {
    }
    if (hour > 23 || minute > 59 || second > 60 || !take_offset(text, offset)) return not_a_date;
  }
  return sys_days{date} + hours{hour} + minutes{minute} + seconds{second} - offset;
}

std::string iso_date(Time time) {
  const year_month_day date{floor<days>(time)};
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string iso_time(Time time) {
  const hh_mm_ss clock{time - floor<days>(time)};
  char text[40];
  std::snprintf(text, sizeof text, "T%02ld:%02ld:%02ldZ", static_cast<long>(clock.hours().count()),
                static_cast<long>(clock.minutes().count()),
                static_cast<long>(clock.seconds().count()));
  return iso_date(time) + text;
}

}  // namespace kb

#include "server/writer/review_week.h"

#include <charconv>
#include <cstdio>

namespace kb {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weeks;
using std::chrono::year;

store::Period week_from(sys_days monday) {
  return {Time(monday), Time(monday + weeks{1})};
}

sys_days monday_of(sys_days day) {
  return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

// The fourth of January is always in the first week.
sys_days first_monday(year of) {
  return monday_of(sys_days(of / std::chrono::January / 4));
}

}  // namespace

store::Period week_of(Time time) {
  return week_from(monday_of(std::chrono::floor<days>(time)));
}

store::Period week_before(Time time) {
  return week_of(time - weeks{1});
}

std::string week_name(const store::Period& week) {
  const auto monday = std::chrono::floor<days>(week.from);
  const auto of = std::chrono::year_month_day(monday + days{3}).year();  // of its Thursday
  const auto number = (monday - first_monday(of)) / weeks{1} + 1;
  char name[32];
  std::snprintf(name, sizeof name, "%04d-W%02d", int{of}, static_cast<int>(number));
  return name;
}

std::optional<store::Period> parse_week(std::string_view name) {
  if (name.size() != 8 || name.substr(4, 2) != "-W") return std::nullopt;
  int of = 0;
  int number = 0;
  const auto read = [](std::string_view digits, int& value) {
    const auto end = digits.data() + digits.size();
    return std::from_chars(digits.data(), end, value).ptr == end && value > 0;
  };
  if (!read(name.substr(0, 4), of) || !read(name.substr(6), number)) return std::nullopt;
  const auto week = week_from(first_monday(year{of}) + weeks{number - 1});
  if (week_name(week) != name) return std::nullopt;  // week 53 of a year that has 52
  return week;
}

}  // namespace kb

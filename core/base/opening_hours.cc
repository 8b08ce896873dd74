#include "core/base/opening_hours.h"

#include <algorithm>
#include <string>

namespace kb {
namespace {

constexpr int kDay = 24 * 60;
constexpr std::array<std::string_view, 7> kDays = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

std::string_view without_blanks(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = std::min(text.find(separator), text.size());
    parts.push_back(without_blanks(text.substr(0, end)));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::size_t> day_of(std::string_view name) {
  const auto* found = std::ranges::find(kDays, name);
  if (found == kDays.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kDays.begin());
}

// "Mo-We" -> 0, 1, 2; "Sa-Mo" -> 5, 6, 0; empty: not days.
std::vector<std::size_t> days_of(std::string_view text) {
  const auto ends = parts_of(text, '-');
  const auto first = day_of(ends.front());
  const auto last = day_of(ends.back());
  if (ends.size() > 2 || !first || !last) return {};
  std::vector<std::size_t> days = {*first};
  while (days.back() != *last) days.push_back((days.back() + 1) % 7);
  return days;
}

// "09:30" -> 570
std::optional<int> minute_of(std::string_view text) {
  constexpr std::string_view kTimeForm = "00:00";
  if (text.size() != kTimeForm.size() || text[2] != ':') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 3U, 4U})
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  const auto digit = [&](std::size_t i) { return text[i] - '0'; };
  const int minutes = 10 * digit(3) + digit(4);
  const int all = 60 * (10 * digit(0) + digit(1)) + minutes;
  if (minutes > 59 || all > kDay) return std::nullopt;
  return all;
}

tl::unexpected<Error> no_hours(std::string_view text) {
  return fail("these are no opening hours: '" + std::string(text) + "'", {},
              "such as \"Mo-Fr 09:00-17:00; Sa 10:00-14:00\"");
}

}  // namespace

Result<OpeningHours> OpeningHours::parse(std::string_view text) {
  OpeningHours hours;
  hours.always_ = without_blanks(text).empty();
  if (hours.always_) return hours;
  for (const auto rule : parts_of(text, ';')) {
    const auto blank = rule.find(' ');
    if (blank == rule.npos) return no_hours(text);
    for (const auto span : parts_of(rule.substr(blank), ',')) {
      const auto ends = parts_of(span, '-');
      const auto begin = minute_of(ends.front());
      const auto end = minute_of(ends.back());
      if (ends.size() != 2 || !begin || !end || *begin >= *end) return no_hours(text);
      for (const auto days : parts_of(rule.substr(0, blank), ',')) {
        const auto list = days_of(days);
        if (list.empty()) return no_hours(text);
        for (const auto day : list) hours.days_[day].push_back({*begin, *end});
      }
    }
  }
  for (auto& day : hours.days_) std::ranges::sort(day, {}, &Span::begin);
  return hours;
}

std::optional<int> OpeningHours::open_until(int weekday, int minute) const {
  if (always_) return kDay;
  std::optional<int> until;
  for (const auto& span : days_[static_cast<std::size_t>(weekday)])
    if (minute < span.end && (until ? *until : minute) >= span.begin) until = span.end;
  return until;
}

OpeningHours::Opening OpeningHours::next_opening(int weekday, int minute) const {
  if (always_) return {0, minute};
  for (int ahead = 0; ahead < 8; ++ahead)
    for (const auto& span : days_[static_cast<std::size_t>((weekday + ahead) % 7)])
      if (ahead > 0 || span.begin > minute) return {ahead, span.begin};
  return {};
}

}  // namespace kb

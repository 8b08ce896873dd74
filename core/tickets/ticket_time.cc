#include "core/tickets/ticket_time.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.h"

namespace kb::tickets {
namespace {

constexpr double kMilliseconds = 1e11;  // a number so large counts those: seconds get there in 5138

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

tl::unexpected<Error> no_time(std::string_view text) {
  return fail("not a date: '" + std::string(text.substr(0, 60)) + "'", {},
              "write it as 2026-03-14 or 2026-03-14T09:30:00Z");
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty() && words.size() < 8) {
    const auto begin = text.find_first_not_of(" ,\t");
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const auto end = std::min(text.find_first_of(" ,\t"), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

std::string two_digits(std::string_view number) {
  return number.size() == 1 ? "0" + std::string(number) : std::string(number);
}

// Zones by name are those of old mails; RFC 5322 knows these.
std::string zone(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kZones = {
      {{"GMT", "Z"},
       {"UT", "Z"},
       {"UTC", "Z"},
       {"EST", "-0500"},
       {"EDT", "-0400"},
       {"CST", "-0600"},
       {"CDT", "-0500"},
       {"MST", "-0700"},
       {"PST", "-0800"},
       {"PDT", "-0700"}}};
  for (const auto& [known, offset] : kZones)
    if (name == known) return std::string(offset);
  return std::string(name);
}

// "Sat, 14 Mar 2026 09:30:00 +0100 (CET)" as "2026-03-14T09:30:00+0100".
std::optional<std::string> iso_of_mail_date(std::string_view text) {
  auto words = words_of(text);
  if (!words.empty() && std::isalpha(static_cast<unsigned char>(words.front().front())) != 0)
    words.erase(words.begin());
  if (words.size() < 4 || words[1].size() < 3 || words[2].size() != 4) return std::nullopt;
  std::string name(words[1].substr(0, 3));
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto* month = std::find(kMonths.begin(), kMonths.end(), name);
  if (month == kMonths.end()) return std::nullopt;
  return std::string(words[2]) + "-" + two_digits(std::to_string(month - kMonths.begin() + 1)) +
         "-" + two_digits(words[0]) + "T" + (words[3].find(':') == 1 ? "0" : "") +
         std::string(words[3]) + (words.size() > 4 ? zone(words[4]) : "Z");
}

}  // namespace

Result<Time> ticket_time_of(double seconds) {
  if (!(seconds >= 0) || seconds > 1e14) return no_time(std::to_string(seconds));
  const double whole = seconds > kMilliseconds ? seconds / 1000 : seconds;
  return Time{std::chrono::seconds{static_cast<std::int64_t>(whole)}};
}

Result<Time> read_ticket_time(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.ends_with(" UTC")) text.remove_suffix(4);
  if (auto iso = parse_time(text)) return iso;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number > 1e8)
    return ticket_time_of(number);
  if (const auto iso = iso_of_mail_date(text))
    if (auto time = parse_time(*iso)) return time;
  return no_time(text);
}

}  // namespace kb::tickets

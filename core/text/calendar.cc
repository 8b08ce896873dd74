#include "core/text/calendar.h"

#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/base/nearest_key.h"

namespace kb::text {
namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;
// No place is further from UTC, now or in the past; nor are two days in a row.
constexpr std::int64_t kFurthest = 2 * kSecondsOfDay;

constexpr const char* kAsWritten = "write it as UTC, Europe/Bucharest or America/New_York";

std::int64_t floor_of(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

std::vector<std::string> known_zones() {
  std::vector<std::string> names;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> all(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, status));
  if (U_FAILURE(status) || !all) return names;
  for (const char* name = all->next(nullptr, status); U_SUCCESS(status) && name != nullptr;
       name = all->next(nullptr, status))
    names.emplace_back(name);
  std::erase(names, "Etc/Unknown");
  return names;
}

// "europe/bucharest", "new york": as people type them.
std::string plain(std::string_view name) {
  std::string letters(name);
  for (char& c : letters) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ') c = '_';
  }
  return letters;
}

std::string_view place_of(std::string_view name) {
  return name.substr(name.rfind('/') + 1);
}

std::string did_you_mean(std::string_view name) {
  return "did you mean `" + std::string(name) + "`?";
}

std::string hint_for(const std::string& unknown, const std::vector<std::string>& zones) {
  if (zones.empty()) return "ICU's time zones are missing; install libicu72";
  if (unknown.empty()) return kAsWritten;
  const std::string wanted = plain(unknown);
  std::vector<std::string> letters;
  for (const std::string& zone : zones) letters.push_back(plain(zone));
  for (std::size_t i = 0; i < zones.size(); ++i)
    if (letters[i] == wanted || place_of(letters[i]) == place_of(wanted))
      return did_you_mean(zones[i]);

  const std::string near =
      nearest_key(wanted, std::vector<std::string_view>(letters.begin(), letters.end()));
  for (std::size_t i = 0; i < zones.size(); ++i)
    if (near == did_you_mean(letters[i])) return did_you_mean(zones[i]);
  return kAsWritten;
}

}  // namespace

struct Calendar::Zone {
  std::unique_ptr<const icu::TimeZone> rules;

  // Seconds since 1970-01-01 00:00 as clocks there show them.
  std::int64_t local(Time time) const {
    const std::int64_t seconds = time.time_since_epoch().count();
    int32_t raw = 0;
    int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules->getOffset(static_cast<UDate>(seconds) * 1000, 0, raw, summer, status);
    return seconds + (raw + summer) / 1000;
  }
};

Calendar::Calendar(std::string zone, std::shared_ptr<const Zone> rules)
    : zone_(std::move(zone)), rules_(std::move(rules)) {}

// ICU also takes "GMT+2" for a zone, and anything else for Etc/Unknown: only names that it lists
// are names of places.
Result<Calendar> Calendar::of(const std::string& zone) {
  const std::vector<std::string> zones = known_zones();
  if (std::find(zones.begin(), zones.end(), zone) == zones.end())
    return fail("no such time zone: '" + zone + "'", "", hint_for(zone, zones));
  auto rules = std::make_shared<Zone>();
  rules->rules.reset(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
  return Calendar(zone, std::move(rules));
}

std::int64_t Calendar::day_of(Time time) const {
  return floor_of(rules_->local(time), kSecondsOfDay);
}

// Searched for, not computed: summer time may begin at midnight, and then the day has no 00:00.
Time Calendar::begin_of(std::int64_t day) const {
  std::int64_t before = day * kSecondsOfDay - kFurthest;
  std::int64_t within = day * kSecondsOfDay + kFurthest;
  while (within - before > 1) {
    const std::int64_t middle = before + (within - before) / 2;
    (day_of(Time{std::chrono::seconds(middle)}) >= day ? within : before) = middle;
  }
  return Time{std::chrono::seconds(within)};
}

int Calendar::minute_of_day(Time time) const {
  const std::int64_t local = rules_->local(time);
  return static_cast<int>((local - floor_of(local, kSecondsOfDay) * kSecondsOfDay) / 60);
}

int Calendar::weekday(std::int64_t day) {
  constexpr std::int64_t kThursday = 3;  // 1970-01-01
  return static_cast<int>((day % 7 + 7 + kThursday) % 7);
}

}  // namespace kb::text

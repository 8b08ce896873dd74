#include "core/insights/report_words.h"

#include <array>
#include <cstdio>

namespace kb::insights {

std::string decimal_text(double number, int digits) {
  std::array<char, 400> text{};  // room for any double
  std::snprintf(text.data(), text.size(), "%.*f", digits, number);
  return text.data();
}

std::string percent_text(double share) {
  return decimal_text(share * 100, 1) + " %";
}

std::string duration_text(double seconds) {
  constexpr double kMinute = 60;
  constexpr double kHour = 60 * kMinute;
  constexpr double kLongDay = 48 * kHour;
  if (seconds < kMinute) return decimal_text(seconds, 0) + " s";
  if (seconds < kHour) return decimal_text(seconds / kMinute, 0) + " min";
  if (seconds < kLongDay) return decimal_text(seconds / kHour, 1) + " h";
  return decimal_text(seconds / (24 * kHour), 1) + " d";
}

std::string count_or_unknown(const std::optional<std::int64_t>& count) {
  return count ? std::to_string(*count) : std::string(kUnknown);
}

std::string name_or_none(const std::string& name) {
  return name.empty() ? "(none)" : name;
}

std::string titled(const std::string& title, const TextTable& table) {
  return "\n" + title + "\n" + table.text();
}

std::string rows_left_out(std::size_t rows) {
  if (rows <= kMostShownRows) return "";
  return "  … and " + std::to_string(rows - kMostShownRows) + " more: see --format csv\n";
}

}  // namespace kb::insights

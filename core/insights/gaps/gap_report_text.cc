#include "core/insights/gaps/gap_report_text.h"

#include <algorithm>
#include <cmath>

#include "core/base/date.h"
#include "core/insights/gaps/gap_work.h"
#include "core/insights/text_table.h"

namespace kb::insights {
namespace {

constexpr std::size_t kMostGapRows = 40;
constexpr std::size_t kMostDetails = 10;
constexpr std::size_t kMostQuestions = 5;
constexpr std::size_t kLongestName = 60;  // in the table; code points

std::string whole_percent(const Share& share) {
  const auto rate = share.rate();
  return rate ? std::to_string(std::lround(*rate * 100)) + " %" : "–";
}

std::string readable(std::string key) {
  std::ranges::replace(key, '_', ' ');
  return key;
}

// What customers and agents wrote must not steer the terminal.
std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return text;
}

// So that one long name does not make the table wider than the terminal.
std::string cut_name(const std::string& name) {
  std::size_t letters = 0;
  std::size_t last = 0;  // where the last that fits begins
  for (std::size_t i = 0; i < name.size(); ++i) {
    if ((static_cast<unsigned char>(name[i]) & 0xC0U) == 0x80) continue;
    if (++letters == kLongestName) last = i;
    if (letters > kLongestName) return name.substr(0, last) + "…";
  }
  return name;
}

std::string gaps_head(const GapReport& report) {
  std::string text = "Gaps from " + iso_date(report.period.from) + " to " +
                     iso_date(report.period.until - kDay) + " (" + report.time_zone + ")\n";
  for (const std::string& note : report.notes) text += "Note: " + note + ".\n";
  return text + std::to_string(report.askings) + " questions were asked; " +
         std::to_string(report.filtered) + " more were floods, spam or attacks.\n";
}

std::string gaps_table(const GapReport& report) {
  if (report.gaps.empty()) return "\nNo gap was found.\n";
  TextTable table(
      {"", "language", "what to do", "customers", "before", "failed", "tickets", "trend"});
  for (std::size_t i = 0; i < std::min(report.gaps.size(), kMostGapRows); ++i) {
    const FoundGap& gap = report.gaps[i];
    table.add({std::to_string(i + 1) + ". " + cut_name(name_of(gap)), gap.lang,
               readable(std::string(diagnosis_name(gap.diagnosis))), std::to_string(gap.customers),
               gap.customers_before ? std::to_string(*gap.customers_before) : "–",
               whole_percent(gap.failures), std::to_string(gap.ticket_count),
               std::string(gap_trend_name(gap.trend))});
  }
  std::string text = "\nWhat helps most customers first\n" + table.text();
  if (report.gaps.size() > kMostGapRows)
    text += "  … and " + std::to_string(report.gaps.size() - kMostGapRows) +
            " more: see --format csv\n";
  return text;
}

std::string details_of(const GapReport& report, std::size_t number) {
  const FoundGap& gap = report.gaps[number];
  std::string text = "\n" + std::to_string(number + 1) + ". " + one_line(name_of(gap)) + " (" +
                     gap.lang + "): " + one_line(work_of(gap)) + "\n";
  for (const GapReason& reason : gap.reasons)
    text += "   " + readable(reason.key) + ": " + std::to_string(reason.count) +
            (reason.text.empty() ? "" : " (" + one_line(reason.text) + ")") + "\n";
  for (std::size_t i = 0; i < std::min(gap.questions.size(), kMostQuestions); ++i)
    text += "   asked: " + one_line(gap.questions[i].text) + " (" +
            std::to_string(gap.questions[i].customers) + " customers)\n";
  if (gap.hidden_questions > 0)
    text += "   " + std::to_string(gap.hidden_questions) + " wordings of fewer than " +
            std::to_string(report.shown_from) + " customers are not shown (insights.shown_from)\n";
  return text;
}

}  // namespace

std::string to_text(const GapReport& report) {
  std::string text = gaps_head(report) + gaps_table(report);
  for (std::size_t i = 0; i < std::min(report.gaps.size(), kMostDetails); ++i)
    text += details_of(report, i);
  return text;
}

}  // namespace kb::insights

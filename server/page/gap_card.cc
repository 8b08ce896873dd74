#include "server/page/gap_card.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "core/text/message.h"
#include "server/page/review_parts.h"

namespace kb::page {
namespace {

using nlohmann::json;

constexpr int kSparkWidth = 120;
constexpr int kSparkHeight = 28;
constexpr std::ptrdiff_t kWeek = 7;

std::string money(const Frame& frame, double cost, const std::string& currency) {
  if (cost <= 0) return {};
  return text::format_number(std::llround(cost), frame.lang()) + " " + currency;
}

// What the line shows, for who does not see it.
std::string spark_text(const Frame& frame, const std::vector<std::int64_t>& by_day) {
  if (by_day.empty()) return {};
  const auto week = std::min<std::ptrdiff_t>(kWeek, std::ssize(by_day));
  return frame.text(
      "gaps.trend_line",
      {{"days", std::ssize(by_day)},
       {"most", *std::ranges::max_element(by_day)},
       {"week", std::accumulate(by_day.end() - week, by_day.end(), std::int64_t{0})}});
}

json reason_lines(const Frame& frame, const GapCard& card) {
  auto lines = json::array();
  for (const auto& reason : card.reasons)
    lines.push_back(frame.text("gap.reason." + reason.key,
                               {{"count", reason.count}, {"text", frame.isolated(reason.text)}}));
  return lines;
}

json sample_items(const Frame& frame, const GapCard& card) {
  auto items = json::array();
  for (const auto& sample : card.samples) {
    json item = {{"text", sample}};
    frame.mark_language(item, card.lang);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace

json gap_item(const Frame& frame, const GapCard& card) {
  auto reasons = reason_lines(frame, card);
  auto samples = sample_items(frame, card);
  json item = {
      {"label", card.label},
      {"url", card.url},
      {"language", text::language_name(card.lang, frame.lang())},
      {"state", gap_state_text(frame, card.state)},
      {"state_key", card.state},
      {"owner", card.owner},
      {"due", card.due ? text::format_date(*card.due, frame.lang()) : ""},
      {"overdue", card.overdue},
      {"found", card.is_found},
      {"diagnosis", card.diagnosis.empty() ? "" : diagnosis_text(frame, card.diagnosis)},
      {"diagnosis_key", card.diagnosis},
      {"has_reasons", !reasons.empty()},
      {"trend", card.trend.empty() ? "" : gap_trend_text(frame, card.trend)},
      {"trend_key", card.trend},
      {"customers", frame.text("gaps.customers", {{"count", card.customers}})},
      {"before", card.customers_before
                     ? frame.text("gaps.customers_before", {{"count", *card.customers_before}})
                     : ""},
      {"tickets", card.tickets == 0 ? "" : frame.text("gaps.tickets", {{"count", card.tickets}})},
      {"cost", money(frame, card.cost, card.currency)},
      {"spark", spark_points(card.by_day, kSparkWidth, kSparkHeight)},
      {"spark_text", spark_text(frame, card.by_day)},
      {"has_samples", !samples.empty()},
      {"work_url", card.work_url},
      {"work", card.work_url.empty() ? "" : frame.text("gaps.work." + card.diagnosis)}};
  item["reasons"] = std::move(reasons);
  item["samples"] = std::move(samples);
  frame.mark_language(item, card.lang);
  return item;
}

std::string gap_state_text(const Frame& frame, std::string_view state) {
  return frame.text("gap.state." + std::string(state));
}

std::string diagnosis_text(const Frame& frame, std::string_view diagnosis) {
  return frame.text("gap.diagnosis." + std::string(diagnosis));
}

std::string gap_trend_text(const Frame& frame, std::string_view trend) {
  return frame.text("gap.trend." + std::string(trend));
}

std::string spark_points(const std::vector<std::int64_t>& values, int width, int height) {
  if (values.size() < 2) return {};
  const auto most = std::max<std::int64_t>(1, *std::ranges::max_element(values));
  const double step = static_cast<double>(width) / static_cast<double>(values.size() - 1);
  std::string points;
  for (std::size_t i = 0; i < values.size(); ++i) {
    // A pixel above and below, so that the line's thickness is not cut off.
    const double share = static_cast<double>(values[i]) / static_cast<double>(most);
    points += (i == 0 ? "" : " ") + decimal(step * static_cast<double>(i), 1) + "," +
              decimal(1 + (height - 2) * (1 - share), 1);
  }
  return points;
}

}  // namespace kb::page

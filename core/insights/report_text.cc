#include "core/insights/report_text.h"

#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/insights/report_words.h"

namespace kb::insights {
namespace {

std::string value_text(const Figure& figure) {
  if (!figure.value) return std::string(kUnknown);
  const std::string mark = figure.is_small_sample() ? "*" : "";
  switch (figure.unit) {
    case Unit::tickets:
      return decimal_text(*figure.value, 0);
    case Unit::share:
      return percent_text(*figure.value) + mark;
    case Unit::seconds:
      return duration_text(*figure.value) + mark;
    case Unit::points:
      return decimal_text(*figure.value, 2) + mark;
  }
  return {};
}

std::string counts_text(const Figure& figure) {
  if (!figure.of) return "";
  return figure.count ? std::to_string(*figure.count) + " of " + std::to_string(*figure.of)
                      : "of " + std::to_string(*figure.of);
}

std::string interval_text(const std::optional<Interval>& interval) {
  return interval ? percent_text(interval->low) + " to " + percent_text(interval->high) : "";
}

std::string figures_table(const std::string& title, const std::vector<ComparedFigure>& figures) {
  TextTable table({"", "now", "counted", "95 % interval", "before", "counted"});
  for (const auto& [now, before] : figures)
    table.add({std::string(now.label), value_text(now), counts_text(now),
               interval_text(now.interval), value_text(before), counts_text(before)});
  return titled(title, table);
}

std::string head(const TicketReport& report) {
  std::string text = "Tickets from " + iso_date(report.period.from) + " to " +
                     iso_date(report.period.until - kDay) + " (UTC), beside " +
                     iso_date(report.before.from) + " to " + iso_date(report.before.until - kDay) +
                     "\n";
  if (report.newest) text += "The newest ticket is of " + iso_time(*report.newest) + ".\n";
  for (const std::string& note : report.notes) text += "Note: " + note + ".\n";
  return text;
}

std::string steps_table(const TicketReport& report) {
  if (report.steps.empty()) return "";
  TextTable table({report.step == Step::day ? "day" : "week from", "arrived", "solved", "open",
                   "late first responses", "late resolutions"});
  for (const StepRow& row : report.steps)
    table.add({iso_date(row.step.from), std::to_string(row.flow.arrived),
               std::to_string(row.flow.solved), std::to_string(row.flow.open),
               std::to_string(row.breaches.first_response),
               std::to_string(row.breaches.resolution)});
  return titled(report.step == Step::day ? "Day by day" : "Week by week", table);
}

std::string plans_table(const TicketReport& report) {
  if (report.plans.empty()) return "";
  TextTable table({"plan", "promise", "kept", "counted", "before", "counted"});
  for (const PlanRow& row : report.plans)
    for (const auto& [now, before] : row.figures)
      if (now.of.value_or(0) > 0)
        table.add({name_or_none(row.plan), std::string(now.label), value_text(now),
                   counts_text(now), value_text(before), counts_text(before)});
  return titled("Targets by plan", table);
}

std::string trends_table(const std::string& title, const std::vector<TrendRow>& rows) {
  if (rows.empty()) return "";
  TextTable table({"", "tickets", "before", "trend"});
  for (std::size_t i = 0; i < std::min(rows.size(), kMostShownRows); ++i) {
    const auto& [name, trend] = rows[i];
    table.add({name_or_none(name), std::to_string(trend.now), count_or_unknown(trend.before),
               std::string(trend.direction ? direction_name(*trend.direction) : kUnknown)});
  }
  return titled(title, table) + rows_left_out(rows.size());
}

std::string articles_table(const TicketReport& report) {
  if (report.articles.empty()) return "";
  TextTable table({"", "tickets", "before"});
  for (std::size_t i = 0; i < std::min(report.articles.size(), kMostShownRows); ++i)
    table.add({report.articles[i].article, std::to_string(report.articles[i].now),
               count_or_unknown(report.articles[i].before)});
  return titled("Articles linked in solved tickets", table) + rows_left_out(report.articles.size());
}

std::string range_text(const std::optional<Interval>& interval) {
  return interval ? decimal_text(interval->low, 1) + " to " + decimal_text(interval->high, 1)
                  : std::string(kUnknown);
}

std::string forecast_table(const Result<Forecast>& forecast) {
  if (!forecast) return "\nForecast\n  none: " + forecast.error().what + "\n";
  TextTable table({"day", "expected", "80 % interval", "95 % interval"});
  for (const ForecastDay& day : forecast->days)
    table.add({iso_date(day.day), decimal_text(day.expected, 1), range_text(day.likely),
               range_text(day.almost_sure)});
  return titled("Forecast of tickets a day", table) + "  Off by " +
         decimal_text(forecast->error, 1) + " tickets a day when tried on " +
         std::to_string(forecast->tested_days) +
         " days of the past; \"as many as the week before\" by " +
         decimal_text(forecast->naive_error, 1) + ".\n";
}

std::string groups_table(const TicketReport& report) {
  if (!report.by) return "";
  constexpr std::array<std::string_view, 8> kShown = {
      "arrived",           "solved",    "open",      "first_response_median",
      "resolution_median", "link_rate", "satisfied", "first_contact_resolution"};
  TextTable table({std::string(dimension_name(*report.by)), "arrived", "(before)", "solved", "open",
                   "first response", "resolution", "link rate", "satisfied",
                   "first answer solves"});
  for (std::size_t i = 0; i < std::min(report.groups.size(), kMostShownRows); ++i) {
    std::vector<std::string> cells = {name_or_none(report.groups[i].name)};
    for (const std::string_view name : kShown)
      for (const auto& [now, before] : report.groups[i].figures) {
        if (now.name != name) continue;
        const std::string counts = now.count ? " (" + counts_text(now) + ")" : "";
        cells.push_back(value_text(now) + counts);
        if (name == "arrived") cells.push_back("(" + value_text(before) + ")");
      }
    table.add(std::move(cells));
  }
  return titled("By " + std::string(dimension_name(*report.by)), table) +
         rows_left_out(report.groups.size());
}

}  // namespace

std::string to_text(const TicketReport& report) {
  std::string text = head(report);
  text += figures_table("Figures", report.figures);
  text += steps_table(report);
  text += plans_table(report);
  text += trends_table("Types", report.types);
  text += trends_table("Topics", report.topics);
  text += articles_table(report);
  text += forecast_table(report.forecast);
  if (!report.retention.empty())
    text += figures_table(
        "Customers whose contract was renewed or ended (" + std::string(kNotCausal) + ")",
        report.retention);
  text += groups_table(report);
  return text + "\n* fewer than " + std::to_string(kSmallSample) + " tickets or customers\n";
}

}  // namespace kb::insights

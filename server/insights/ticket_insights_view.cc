#include "server/insights/ticket_insights_view.h"

#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/text/message.h"
#include "server/insights/figure_words.h"
#include "server/insights/figure_work.h"

namespace kb {
namespace {

using insights::ComparedFigure;
using insights::Figure;
using insights::StepRow;
using insights::TicketReport;
using insights::TrendRow;
using page::InsightCell;
using page::InsightRow;
using page::InsightTable;

constexpr std::size_t kMostTicketRows = 50;
constexpr std::size_t kMostSeries = 6;  // of one chart: as many as there are colours
constexpr double kSecondsInHour = 3600;

// What people look at; the CSV file has all.
constexpr std::array<std::string_view, 16> kShownFigures = {"arrived",
                                                            "solved",
                                                            "open",
                                                            "new",
                                                            "never_answered",
                                                            "first_response_median",
                                                            "first_response_p90",
                                                            "first_response_within_target",
                                                            "resolution_median",
                                                            "resolution_p90",
                                                            "resolution_within_target",
                                                            "first_contact_resolution",
                                                            "link_rate",
                                                            "satisfaction_mean",
                                                            "satisfied",
                                                            "satisfaction_response_rate"};
constexpr std::array<std::string_view, 5> kGroupFigures = {
    "arrived", "open", "first_response_median", "link_rate", "satisfaction_mean"};

class TicketTables {
 public:
  TicketTables(const TicketReport& report, const page::LanguageTexts& texts,
               const std::string& base_path)
      : report_(report), texts_(texts), base_path_(base_path), words_(texts, "") {}

  std::vector<InsightTable> all() {
    add_trends("topics", report_.topics, false);
    add_over_time("topics-over-time", "tickets.topics_over_time", report_.topics, false);
    add_volume();
    add_forecast();
    add_times();
    add_breaches();
    add_trends("types", report_.types, true);
    add_over_time("types-over-time", "tickets.types_over_time", report_.types, true);
    add_satisfaction();
    add_articles();
    add_figures();
    add_plans();
    if (report_.by) add_groups();
    return std::move(tables_);
  }

 private:
  std::string text(std::string_view key) const { return texts_.format(key); }

  InsightTable& add(std::string_view key, std::string title, page::InsightChart chart) {
    return tables_.emplace_back(InsightTable{
        .key = std::string(key), .title = std::move(title), .chart = std::move(chart)});
  }
  InsightTable& add_steps(std::string_view key, std::string_view title, page::InsightChart chart) {
    InsightTable& table = add(key, text(title), std::move(chart));
    table.first_column = text("insights.from");
    return table;
  }

  InsightRow day_row(Time day) const {
    return {.label = text::format_date(day, texts_.lang()), .day = iso_date(day)};
  }
  InsightRow named_row(const std::string& name, bool is_type) const {
    if (is_type) return {.label = text("tickets.type_" + name)};
    if (name.empty()) return {.label = text("insights.no_name")};
    return {.label = name, .is_words = false};
  }

  InsightCell count(const std::optional<std::int64_t>& number) const {
    InsightCell cell{words_.number(number)};
    if (number) cell.value = static_cast<double>(*number);
    return cell;
  }
  InsightCell hours(const std::optional<double>& seconds) const {
    InsightCell cell{words_.duration(seconds)};
    if (seconds) cell.value = *seconds / kSecondsInHour;
    return cell;
  }
  InsightCell mean(const std::optional<double>& number, int digits) const {
    return {words_.decimal(number, digits), number};
  }
  InsightCell cell(const Figure& figure) const { return {words_.value(figure), figure.value}; }

  void add_volume() {
    InsightTable& table = add_steps("volume", "tickets.volume", {"bar"});
    table.columns = {
        {text("tickets.arrived"), "bar"}, {text("tickets.solved"), "bar"}, {text("tickets.open")}};
    for (const auto& [step, flow, breaches, times, satisfaction] : report_.steps) {
      table.rows.push_back(day_row(step.from));
      table.rows.back().cells = {count(flow.arrived), count(flow.solved), count(flow.open)};
    }
  }

  // What came in so far stands before what is expected where both are told by the day.
  void add_forecast() {
    if (!report_.forecast) return;
    InsightTable& table = add_steps("forecast", "tickets.forecast", {"line"});
    table.columns = {{text("tickets.arrived"), "line"},
                     {text("tickets.expected"), "line"},
                     {text("tickets.likely"), "band"}};
    const auto& days = report_.forecast->days;
    if (report_.step == insights::Step::day)
      for (const StepRow& row : report_.steps) {
        if (!days.empty() && row.step.from >= days.front().day) break;
        table.rows.push_back(day_row(row.step.from));
        table.rows.back().cells = {count(row.flow.arrived), {"–"}, {"–"}};
      }
    for (const auto& day : days) {
      table.rows.push_back(day_row(day.day));
      table.rows.back().cells = {{"–"}, mean(day.expected, 1), range(day.likely)};
    }
    table.note = texts_.format("tickets.forecast_note",
                               {{"error", words_.decimal(report_.forecast->error, 1)},
                                {"naive", words_.decimal(report_.forecast->naive_error, 1)},
                                {"days", report_.forecast->tested_days}});
  }

  InsightCell range(const std::optional<insights::Interval>& interval) const {
    if (!interval) return {"–"};
    return {texts_.format("insights.range", {{"low", words_.decimal(interval->low, 1)},
                                             {"high", words_.decimal(interval->high, 1)}}),
            interval->low, interval->high};
  }

  void add_times() {
    InsightTable& table = add_steps("times", "tickets.times", {"line", "hours"});
    table.columns = {{text("tickets.figure_first_response_median"), "line"},
                     {text("tickets.figure_resolution_median"), "line"}};
    for (const auto& row : report_.steps) {
      table.rows.push_back(day_row(row.step.from));
      table.rows.back().cells = {hours(row.times.first_response.median),
                                 hours(row.times.resolution.median)};
    }
  }

  void add_breaches() {
    const auto is_late = [](const StepRow& row) { return row.breaches != insights::Breaches(); };
    if (std::ranges::none_of(report_.steps, is_late)) return;
    InsightTable& table = add_steps("breaches", "tickets.breaches", {"bar"});
    table.columns = {{text("tickets.late_responses"), "bar"},
                     {text("tickets.late_resolutions"), "bar"}};
    for (const auto& row : report_.steps) {
      table.rows.push_back(day_row(row.step.from));
      table.rows.back().cells = {count(row.breaches.first_response),
                                 count(row.breaches.resolution)};
    }
  }

  void add_satisfaction() {
    InsightTable& table =
        add_steps("satisfaction", "tickets.satisfaction_over_time", {"line", "points"});
    table.columns = {{text("tickets.figure_satisfaction_mean"), "line"}, {text("tickets.answers")}};
    for (const auto& row : report_.steps) {
      table.rows.push_back(day_row(row.step.from));
      table.rows.back().cells = {mean(row.satisfaction.mean, 2),
                                 count(row.satisfaction.answered.count)};
    }
  }

  std::string direction(const insights::Trend& trend) const {
    if (!trend.direction) return "–";
    return text("tickets.trend_" + std::string(insights::direction_name(*trend.direction)));
  }

  void add_trends(const std::string& key, const std::vector<TrendRow>& rows, bool are_types) {
    InsightTable& table = add(key, text("tickets." + key), {"rows"});
    table.first_column = text("insights.name");
    table.columns = {{text("insights.tickets"), "bar"},
                     {text("insights.before"), "bar"},
                     {text("tickets.trend")}};
    for (const auto& [name, trend] : rows) {
      if (table.rows.size() == kMostTicketRows) break;
      table.rows.push_back(named_row(name, are_types));
      table.rows.back().cells = {count(trend.now), count(trend.before), {direction(trend)}};
    }
    if (!are_types)
      for (auto& row : table.rows)
        row.work = {text("insights.work_gaps"), base_path_ + "/writer/gaps"};
  }

  // A column for each of the most frequent.
  void add_over_time(std::string_view key, std::string_view title,
                     const std::vector<TrendRow>& rows, bool are_types) {
    const auto shown = std::min(rows.size(), kMostSeries);
    if (shown < 2) return;
    InsightTable& table = add_steps(key, title, {.kind = "bar", .is_stacked = true});
    for (std::size_t i = 0; i < shown; ++i)
      table.columns.push_back({named_row(rows[i].name, are_types).label, "bar"});
    for (std::size_t step = 0; step < report_.steps.size(); ++step) {
      table.rows.push_back(day_row(report_.steps[step].step.from));
      for (std::size_t i = 0; i < shown; ++i)
        table.rows.back().cells.push_back(count(rows[i].trend.by_step.at(step)));
    }
  }

  void add_articles() {
    InsightTable& table = add("articles", text("tickets.articles"), {"rows"});
    table.first_column = text("tickets.article");
    table.columns = {{text("insights.tickets"), "bar"}, {text("insights.before"), "bar"}};
    for (const auto& row : report_.articles) {
      if (table.rows.size() == kMostTicketRows) break;
      table.rows.push_back({.label = row.article, .is_words = false});
      table.rows.back().cells = {count(row.now), count(row.before)};
    }
  }

  std::string label_of(const Figure& figure) const {
    return text("tickets.figure_" + std::string(figure.name));
  }

  void add_figures() {
    InsightTable& table = add("figures", text("tickets.figures"), {});
    table.columns = {{text("insights.now")},
                     {text("insights.counted")},
                     {text("insights.interval")},
                     {text("insights.before")},
                     {text("insights.counted")}};
    for (const auto& [now, before] : report_.figures) {
      if (std::ranges::find(kShownFigures, now.name) == kShownFigures.end()) continue;
      table.rows.push_back({.label = label_of(now),
                            .cells = {cell(now),
                                      {words_.counts(now)},
                                      {words_.interval(now)},
                                      cell(before),
                                      {words_.counts(before)}}});
      if (const auto* work = work_of(now.name))
        table.rows.back().work = {text(work->text), base_path_ + std::string(work->path)};
    }
  }

  void add_plans() {
    if (report_.plans.empty()) return;
    InsightTable& table = add("plans", text("tickets.plans"), {});
    table.first_column = text("tickets.plan");
    for (const auto& [now, before] : report_.plans.front().figures)
      table.columns.push_back({label_of(now)});
    for (const auto& row : report_.plans) {
      table.rows.push_back(named_row(row.plan, false));
      for (const auto& [now, before] : row.figures) table.rows.back().cells.push_back(cell(now));
    }
  }

  void add_groups() {
    InsightTable& table =
        add("groups", text("tickets.by_" + std::string(insights::dimension_name(*report_.by))), {});
    table.first_column = text("insights.name");
    for (const auto name : kGroupFigures)
      table.columns.push_back({text("tickets.figure_" + std::string(name))});
    for (const auto& row : report_.groups) {
      if (table.rows.size() == kMostTicketRows) break;
      table.rows.push_back(named_row(row.name, false));
      for (const auto name : kGroupFigures)
        for (const auto& [now, before] : row.figures)
          if (now.name == name) table.rows.back().cells.push_back(cell(now));
    }
  }

  const TicketReport& report_;
  const page::LanguageTexts& texts_;
  const std::string& base_path_;
  const FigureWords words_;
  std::vector<InsightTable> tables_;
};

bool knows_period(const TicketReport& report) {
  return !report.steps.empty();
}

}  // namespace

std::vector<InsightTable> ticket_tables(const TicketReport& report,
                                        const page::LanguageTexts& texts,
                                        const std::string& base_path) {
  if (!knows_period(report)) return {};
  return TicketTables(report, texts, base_path).all();
}

std::vector<std::string> ticket_notes(const TicketReport& report,
                                      const page::LanguageTexts& texts) {
  std::vector<std::string> notes;
  if (!report.data_from || !knows_period(report)) return notes;
  const auto first = text::format_date(*report.data_from, texts.lang());
  if (report.period.until > report.now) notes.push_back(texts.format("insights.note_running"));
  if (report.period.from < *report.data_from)
    notes.push_back(texts.format("tickets.note_late", {{"day", first}}));
  if (report.before.from < *report.data_from)
    notes.push_back(texts.format("tickets.note_alone", {{"day", first}}));
  if (!report.forecast) notes.push_back(texts.format("tickets.note_forecast"));
  return notes;
}

}  // namespace kb

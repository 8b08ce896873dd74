#include "core/insights/report_csv.h"

#include "core/base/date.h"
#include "core/insights/csv_table.h"

namespace kb::insights {
namespace {

// One line of the table, its cells already in words.
struct Line {
  std::string section, name, from, figure, unit, value, count, of, low, high, small, previous,
      previous_count, previous_of, note;

  std::vector<std::string> cells() const {
    return {section, name, from,  figure,   unit,           value,       count, of,
            low,     high, small, previous, previous_count, previous_of, note};
  }
};

class Writer {
 public:
  void figures(const std::string& section, const std::string& name,
               const std::vector<ComparedFigure>& figures, std::string_view note = {}) {
    for (const auto& [now, before] : figures) {
      Line line;
      line.section = section;
      line.name = name;
      line.figure = now.name;
      line.unit = unit_name(now.unit);
      line.value = csv_number(now.value);
      line.count = csv_number(now.count);
      line.of = csv_number(now.of);
      line.low = now.interval ? csv_number(now.interval->low) : "";
      line.high = now.interval ? csv_number(now.interval->high) : "";
      line.small = now.is_small_sample() ? "yes" : "";
      line.previous = csv_number(before.value);
      line.previous_count = csv_number(before.count);
      line.previous_of = csv_number(before.of);
      line.note = note;
      add(line);
    }
  }

  void tickets(const std::string& section, const std::string& name, const std::string& from,
               const std::string& figure, std::int64_t value,
               const std::optional<std::int64_t>& previous = {}, std::string_view note = {}) {
    Line line;
    line.section = section;
    line.name = name;
    line.from = from;
    line.figure = figure;
    line.unit = "tickets";
    line.value = csv_number(value);
    line.previous = csv_number(previous);
    line.note = note;
    add(line);
  }

  void trends(const std::string& section, const TicketReport& report,
              const std::vector<TrendRow>& rows) {
    for (const auto& [name, trend] : rows) {
      tickets(section, name, "", "arrived", trend.now, trend.before,
              trend.direction ? direction_name(*trend.direction) : "");
      for (std::size_t i = 0; i < trend.by_step.size(); ++i)
        tickets(section + "_by_step", name, iso_date(report.steps[i].step.from), "arrived",
                trend.by_step[i]);
    }
  }

  void forecast(const Result<Forecast>& forecast) {
    Line line;
    line.section = "forecast";
    line.figure = "expected";
    line.unit = "tickets";
    if (!forecast) {
      line.note = forecast.error().what;
      add(line);
      return;
    }
    for (const ForecastDay& day : forecast->days) {
      line.from = iso_date(day.day);
      line.value = csv_number(day.expected);
      for (const auto& [interval, note] :
           {std::pair(day.likely, "80 %"), std::pair(day.almost_sure, "95 %")}) {
        line.low = interval ? csv_number(interval->low) : "";
        line.high = interval ? csv_number(interval->high) : "";
        line.note = std::string("interval: ") + note;
        add(line);
      }
    }
    backtest(*forecast);
  }

  void note(const std::string& text) {
    Line line;
    line.section = "note";
    line.note = text;
    add(line);
  }

  const std::string& text() const { return table_.text(); }

 private:
  void backtest(const Forecast& forecast) {
    Line line;
    line.section = "forecast_backtest";
    line.unit = "tickets";
    line.of = csv_number(forecast.tested_days);
    line.figure = "mean_absolute_error";
    line.value = csv_number(forecast.error);
    add(line);
    line.figure = "seasonal_naive_mean_absolute_error";
    line.value = csv_number(forecast.naive_error);
    add(line);
  }

  void add(const Line& line) { table_.add(line.cells()); }

  CsvTable table_{{"section", "name", "from", "figure", "unit", "value", "count", "of", "low",
                   "high", "small_sample", "previous", "previous_count", "previous_of", "note"}};
};

}  // namespace

std::string to_csv(const TicketReport& report) {
  Writer csv;
  for (const std::string& note : report.notes) csv.note(note);
  csv.figures("figures", "", report.figures);
  for (const StepRow& row : report.steps) {
    const std::string from = iso_date(row.step.from);
    const std::string section = report.step == Step::day ? "days" : "weeks";
    csv.tickets(section, "", from, "arrived", row.flow.arrived);
    csv.tickets(section, "", from, "solved", row.flow.solved);
    csv.tickets(section, "", from, "open", row.flow.open);
    csv.tickets(section, "", from, "first_response_breaches", row.breaches.first_response);
    csv.tickets(section, "", from, "resolution_breaches", row.breaches.resolution);
  }
  for (const PlanRow& row : report.plans) csv.figures("plans", row.plan, row.figures);
  csv.trends("types", report, report.types);
  csv.trends("topics", report, report.topics);
  for (const ArticleRow& row : report.articles)
    csv.tickets("articles", row.article, "", "linked", row.now, row.before);
  csv.forecast(report.forecast);
  csv.figures("retention", "", report.retention, kNotCausal);
  for (const GroupRow& row : report.groups)
    csv.figures(std::string(dimension_name(*report.by)), row.name, row.figures);
  return csv.text();
}

}  // namespace kb::insights

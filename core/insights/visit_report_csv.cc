#include "core/insights/visit_report_csv.h"

#include "core/base/date.h"
#include "core/insights/csv_table.h"

namespace kb::insights {
namespace {

// One line of the table, its cells already in words.
struct VisitLine {
  std::string section, name, from, figure, unit, value, upper, count, upper_count, of, low, high,
      small, previous, previous_upper, previous_count, previous_of, definition, note;

  std::vector<std::string> cells() const {
    return {section,        name,           from,        figure,     unit, value, upper,
            count,          upper_count,    of,          low,        high, small, previous,
            previous_upper, previous_count, previous_of, definition, note};
  }
};

class VisitWriter {
 public:
  void note(const std::string& text) {
    VisitLine line;
    line.section = "note";
    line.note = text;
    add(line);
  }

  void figure(const std::string& section, const std::string& name, const std::string& from,
              const VisitFigure& now, const VisitFigure* before = nullptr) {
    VisitLine line;
    line.section = section;
    line.name = name;
    line.from = from;
    line.figure = now.rule->name;
    line.unit = figure_unit_name(now.rule->unit);
    line.value = csv_number(now.value);
    line.upper = csv_number(now.upper);
    line.count = csv_number(now.count);
    line.upper_count = csv_number(now.upper_count);
    line.of = csv_number(now.of);
    line.low = now.interval ? csv_number(now.interval->low) : "";
    line.high = now.interval ? csv_number(now.interval->high) : "";
    line.small = now.is_small_sample() ? "yes" : "";
    line.definition = now.rule->definition;
    line.note = now.reason;
    if (before) {
      line.previous = csv_number(before->value);
      line.previous_upper = csv_number(before->upper);
      line.previous_count = csv_number(before->count);
      line.previous_of = csv_number(before->of);
    }
    add(line);
  }

  void station(const StationRow& row) {
    share("funnel", row.name, "sessions", reached(row.now), reached(row.before));
    seconds(row);
    count("funnel", std::string(row.name), "left",
          row.now ? std::optional(row.now->left) : std::nullopt,
          row.before ? std::optional(row.before->left) : std::nullopt, "sessions");
  }

  void shares(const std::string& section, const std::vector<ShareRow>& rows) {
    for (const ShareRow& row : rows) share(section, row.name, "sessions", row.now, row.before);
  }

  void count(const std::string& section, const std::string& name, const std::string& figure,
             const std::optional<std::int64_t>& now, const std::optional<std::int64_t>& before,
             const std::string& unit, const std::string& lang = {}) {
    VisitLine line;
    line.section = section;
    line.name = name;
    line.figure = figure;
    line.unit = unit;
    line.value = csv_number(now);
    line.previous = csv_number(before);
    line.note = lang;
    add(line);
  }

  void queries(const std::string& section, const std::vector<QueryRow>& rows) {
    for (const QueryRow& row : rows) {
      count(section, row.query, "searches", row.searches, row.before, "count", row.lang);
      count(section, row.query, "zero_results", row.zero_results, {}, "count", row.lang);
      count(section, row.query, "searches_clicked", row.clicked, {}, "count", row.lang);
      count(section, row.query, "visitors", row.visitors, {}, "count", row.lang);
    }
  }

  const std::string& text() const { return table_.text(); }

 private:
  static std::optional<Share> reached(const std::optional<StationFigures>& figures) {
    return figures ? std::optional(figures->reached) : std::nullopt;
  }

  void share(const std::string& section, std::string_view name, const std::string& figure,
             const std::optional<Share>& now, const std::optional<Share>& before) {
    VisitLine line;
    line.section = section;
    line.name = name;
    line.figure = figure;
    line.unit = figure_unit_name(FigureUnit::share);
    if (now) {
      line.value = csv_number(now->rate());
      line.count = csv_number(now->count);
      line.of = csv_number(now->of);
      line.small = now->rate() && now->of < kSmallSample ? "yes" : "";
      if (const auto interval = now->interval()) {
        line.low = csv_number(interval->low);
        line.high = csv_number(interval->high);
      }
    }
    if (before) {
      line.previous = csv_number(before->rate());
      line.previous_count = csv_number(before->count);
      line.previous_of = csv_number(before->of);
    }
    add(line);
  }

  void seconds(const StationRow& row) {
    VisitLine line;
    line.section = "funnel";
    line.name = row.name;
    line.figure = "median_seconds";
    line.unit = "seconds";
    line.value = row.now ? csv_number(row.now->median_seconds) : "";
    line.previous = row.before ? csv_number(row.before->median_seconds) : "";
    add(line);
  }

  void add(const VisitLine& line) { table_.add(line.cells()); }

  CsvTable table_{{"section", "name", "from", "figure", "unit", "value", "upper", "count",
                   "upper_count", "of", "low", "high", "small_sample", "previous", "previous_upper",
                   "previous_count", "previous_of", "definition", "note"}};
};

}  // namespace

std::string to_csv(const VisitReport& report) {
  VisitWriter csv;
  for (const std::string& note : report.notes) csv.note(note);
  for (const auto& [now, before] : report.figures) csv.figure("figures", "", "", now, &before);
  for (const StationRow& row : report.funnel) csv.station(row);
  csv.shares("searches_to_answer", report.searches_to_answer);
  csv.shares("entries", report.entries);
  for (const ChannelRow& row : report.channels)
    csv.count("channels", row.name, "tickets_submitted", row.tickets, row.before, "count");
  for (const SeriesRow& row : report.series)
    for (const VisitFigure& figure : row.figures)
      csv.figure(std::string(step_name(report.step)), "", iso_date(row.step.from), figure);
  for (const VisitGroupRow& row : report.groups)
    for (const auto& [now, before] : row.figures)
      csv.figure("by_" + std::string(visit_dimension_name(*report.by)), row.name, "", now, &before);
  csv.queries("top_queries", report.top_queries);
  csv.queries("failing_queries", report.failing_queries);
  return csv.text();
}

}  // namespace kb::insights

#include "server/insights/time_tables.h"

#include <algorithm>
#include <span>

#include "core/base/date.h"
#include "core/text/message.h"
#include "server/insights/figure_words.h"

namespace kb {
namespace {

using insights::GapStep;
using insights::SeriesRow;
using insights::VisitFigure;
using insights::VisitReport;
using page::InsightCell;
using page::InsightRow;
using page::InsightTable;

// A column for each of these figures.
struct TimeTable {
  std::string_view key;
  std::string_view title;
  std::string_view unit;
  std::span<const std::string_view> figures;
};
constexpr std::string_view kSearchFigures[] = {"zero_result_rate", "click_through_rate",
                                               "search_success_rate", "helpful_rate"};
constexpr std::string_view kDeflectionFigures[] = {"deflection"};
constexpr std::string_view kOpinionFigures[] = {"satisfaction", "effort", "value_enhancement"};
constexpr TimeTable kSearchTable{"search-over-time", "insights.search_over_time", "percent",
                                 kSearchFigures};
constexpr TimeTable kDeflectionTable{"deflection-over-time", "insights.deflection_over_time",
                                     "percent", kDeflectionFigures};
constexpr TimeTable kOpinionTable{"opinions-over-time", "insights.opinions_over_time", "points",
                                  kOpinionFigures};

const VisitFigure* figure_in(const SeriesRow& row, std::string_view name) {
  const auto found = std::ranges::find_if(
      row.figures, [&](const VisitFigure& figure) { return figure.rule->name == name; });
  return found == row.figures.end() ? nullptr : &*found;
}

class TimeTables {
 public:
  TimeTables(const VisitReport& report, const std::vector<GapStep>& gaps,
             const page::LanguageTexts& texts)
      : report_(report), gaps_(gaps), texts_(texts), words_(texts, report.currency) {}

  std::vector<InsightTable> all() const {
    auto deflection = table(kDeflectionTable);
    if (!gaps_.empty()) add_published(deflection);
    std::vector<InsightTable> tables = {table(kSearchTable), std::move(deflection)};
    if (!gaps_.empty()) tables.push_back(gap_table());
    tables.push_back(table(kOpinionTable));
    return tables;
  }

 private:
  InsightTable empty(std::string_view key, std::string_view title, std::string_view unit) const {
    return {.key = std::string(key),
            .title = texts_.format(title),
            .first_column = texts_.format("insights.from"),
            .chart = {"line", std::string(unit)}};
  }

  InsightRow row_of(const SeriesRow& row) const {
    return {.label = text::format_date(row.step.from, texts_.lang()),
            .day = iso_date(row.step.from)};
  }

  InsightTable table(const TimeTable& rule) const {
    auto table = empty(rule.key, rule.title, rule.unit);
    for (const auto name : rule.figures)
      table.columns.push_back({texts_.format("insights.figure_" + std::string(name)),
                               name == "deflection" ? "band" : "line"});
    for (const auto& step : report_.series) {
      auto& row = table.rows.emplace_back(row_of(step));
      for (const auto name : rule.figures) row.cells.push_back(cell_of(step, name));
    }
    return table;
  }

  InsightCell cell_of(const SeriesRow& step, std::string_view name) const {
    const auto* figure = figure_in(step, name);
    return figure ? InsightCell{words_.value(*figure), figure->value, figure->upper}
                  : InsightCell{"–"};
  }

  InsightCell count(std::int64_t number) const {
    return {text::format_number(number, texts_.lang()), static_cast<double>(number)};
  }

  void add_published(InsightTable& table) const {
    table.columns.push_back({texts_.format("insights.published"), "mark"});
    for (std::size_t i = 0; i < std::min(gaps_.size(), table.rows.size()); ++i)
      table.rows[i].cells.push_back(count(gaps_[i].published));
  }

  InsightTable gap_table() const {
    auto table = empty("gaps-over-time", "insights.gaps_over_time", "");
    table.chart.kind = "bar";
    table.columns = {{texts_.format("insights.gaps_found"), "bar"},
                     {texts_.format("insights.gaps_closed"), "bar"},
                     {texts_.format("insights.gaps_open"), "line"}};
    for (std::size_t i = 0; i < std::min(gaps_.size(), report_.series.size()); ++i) {
      auto& row = table.rows.emplace_back(row_of(report_.series[i]));
      row.cells = {count(gaps_[i].found), count(gaps_[i].closed), count(gaps_[i].open)};
    }
    return table;
  }

  const VisitReport& report_;
  const std::vector<GapStep>& gaps_;
  const page::LanguageTexts& texts_;
  const FigureWords words_;
};

}  // namespace

std::vector<InsightTable> time_tables(const VisitReport& report, const std::vector<GapStep>& gaps,
                                      const page::LanguageTexts& texts) {
  if (report.series.empty()) return {};
  return TimeTables(report, gaps, texts).all();
}

}  // namespace kb

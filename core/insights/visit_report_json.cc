#include "core/insights/visit_report_json.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/insights/known_json.h"

namespace kb::insights {
namespace {

using Json = nlohmann::ordered_json;

bool is_range(FigureUnit unit) {
  return unit == FigureUnit::share_range || unit == FigureUnit::money_range;
}

// A range has `from` and `to` where other figures have `value`.
Json visit_figure_json(const VisitFigure& figure) {
  const auto unit = figure.rule->unit;
  if (unit == FigureUnit::count) return {{"value", known_json(figure.value)}};
  Json json = Json::object();
  if (is_range(unit)) {
    json["from"] = known_json(figure.value);
    json["to"] = known_json(figure.upper);
    json["count_from"] = known_json(figure.count);
    json["count_to"] = known_json(figure.upper_count);
  } else {
    json["value"] = known_json(figure.value);
    if (unit == FigureUnit::share || unit == FigureUnit::rate)
      json["count"] = known_json(figure.count);
  }
  if (unit != FigureUnit::difference) {
    json["of"] = known_json(figure.of);
    json["small_sample"] = figure.is_small_sample();
  }
  if (unit == FigureUnit::share || unit == FigureUnit::share_range ||
      unit == FigureUnit::difference)
    json["interval"] = known_json(figure.interval);
  if (unit == FigureUnit::difference) json["reason"] = known_json(figure.reason);
  return json;
}

Json visit_figures_json(const std::vector<ComparedVisitFigure>& figures) {
  Json json = Json::object();
  for (const auto& [now, before] : figures) {
    Json& figure = json[std::string(now.rule->name)] = visit_figure_json(now);
    figure["previous"] = visit_figure_json(before);
  }
  return json;
}

Json definition_of(const FigureRule& rule) {
  return {{"label", rule.label},
          {"definition", rule.definition},
          {"unit", figure_unit_name(rule.unit)},
          {"group", figure_group_name(rule.group)},
          {"leads_to", rule.leads_to}};
}

Json definitions_json() {
  Json json = Json::object();
  for (const FigureRule& rule : figure_rules()) json[std::string(rule.name)] = definition_of(rule);
  return json;
}

Json reached_json(const std::optional<Share>& share) {
  if (!share) return {{"sessions", nullptr}, {"share", nullptr}};
  return {{"sessions", share->count}, {"share", known_json(share->rate())}};
}

Json reached_json(const std::optional<StationFigures>& figures) {
  Json json = reached_json(figures ? std::optional(figures->reached) : std::nullopt);
  json["median_seconds"] = figures ? known_json(figures->median_seconds) : Json(nullptr);
  json["left"] = figures ? Json(figures->left) : Json(nullptr);
  return json;
}

template <class Rows>
Json stations_json(const Rows& rows) {
  Json json = Json::array();
  for (const auto& row : rows) {
    Json item = {{"name", row.name}, {"label", row.label}};
    item.update(reached_json(row.now));
    item["previous"] = reached_json(row.before);
    json.push_back(std::move(item));
  }
  return json;
}

Json series_json(const VisitReport& report) {
  Json json = Json::array();
  for (const SeriesRow& row : report.series) {
    Json figures = Json::object();
    for (const VisitFigure& figure : row.figures)
      figures[std::string(figure.rule->name)] = visit_figure_json(figure);
    Json item = period_json(row.step);
    item["figures"] = std::move(figures);
    json.push_back(std::move(item));
  }
  return json;
}

Json groups_json(const VisitReport& report) {
  if (!report.by) return nullptr;
  Json json = Json::array();
  for (const VisitGroupRow& row : report.groups)
    json.push_back({{"name", row.name}, {"figures", visit_figures_json(row.figures)}});
  return json;
}

Json channels_json(const VisitReport& report) {
  Json json = Json::array();
  for (const ChannelRow& row : report.channels)
    json.push_back(
        {{"channel", row.name}, {"tickets", row.tickets}, {"previous", known_json(row.before)}});
  return json;
}

Json queries_json(const std::vector<QueryRow>& queries) {
  Json json = Json::array();
  for (const QueryRow& row : queries)
    json.push_back({{"lang", row.lang},
                    {"query", row.query},
                    {"searches", row.searches},
                    {"zero_results", row.zero_results},
                    {"clicked", row.clicked},
                    {"visitors", row.visitors},
                    {"previous", known_json(row.before)}});
  return json;
}

}  // namespace

std::string to_json(const VisitReport& report) {
  Json json = {{"period", period_json(report.period)},
               {"previous_period", period_json(report.before)},
               {"time_zone", report.time_zone},
               {"made", iso_time(report.now)},
               {"data_from", report.first_day ? Json(iso_date(*report.first_day)) : Json(nullptr)},
               {"lang", known_json(report.lang)},
               {"category", known_json(report.category)},
               {"currency", known_json(report.currency)},
               {"notes", report.notes},
               {"figures", visit_figures_json(report.figures)},
               {"funnel", stations_json(report.funnel)},
               {"searches_to_answer", stations_json(report.searches_to_answer)},
               {"entries", stations_json(report.entries)},
               {"channels", channels_json(report)},
               {"step", step_name(report.step)},
               {"series", series_json(report)},
               {"by", report.by ? Json(visit_dimension_name(*report.by)) : Json(nullptr)},
               {"groups", groups_json(report)},
               {"queries",
                {{"shown_from", report.shown_from},
                 {"hidden", report.hidden_queries},
                 {"top", queries_json(report.top_queries)},
                 {"failing", queries_json(report.failing_queries)}}},
               {"definitions", definitions_json()}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kb::insights

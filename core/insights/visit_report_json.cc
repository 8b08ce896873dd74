#include "core/insights/visit_report_json.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb::insights {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json maybe(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json to_json(const std::optional<Interval>& interval) {
  return interval ? Json::array({interval->low, interval->high}) : Json(nullptr);
}

Json to_json(const Period& period) {
  return {{"from", iso_date(period.from)}, {"to", iso_date(period.until - kDay)}};
}

bool is_range(FigureUnit unit) {
  return unit == FigureUnit::share_range || unit == FigureUnit::money_range;
}

// A range has `from` and `to` where other figures have `value`.
Json to_json(const VisitFigure& figure) {
  const auto unit = figure.rule->unit;
  if (unit == FigureUnit::count) return {{"value", maybe(figure.value)}};
  Json json = Json::object();
  if (is_range(unit)) {
    json["from"] = maybe(figure.value);
    json["to"] = maybe(figure.upper);
    json["count_from"] = maybe(figure.count);
    json["count_to"] = maybe(figure.upper_count);
  } else {
    json["value"] = maybe(figure.value);
    if (unit == FigureUnit::share || unit == FigureUnit::rate) json["count"] = maybe(figure.count);
  }
  if (unit != FigureUnit::difference) {
    json["of"] = maybe(figure.of);
    json["small_sample"] = figure.is_small_sample();
  }
  if (unit == FigureUnit::share || unit == FigureUnit::share_range ||
      unit == FigureUnit::difference)
    json["interval"] = to_json(figure.interval);
  if (unit == FigureUnit::difference) json["reason"] = text_or_null(figure.reason);
  return json;
}

Json to_json(const std::vector<ComparedVisitFigure>& figures) {
  Json json = Json::object();
  for (const auto& [now, before] : figures) {
    Json& figure = json[std::string(now.rule->name)] = to_json(now);
    figure["previous"] = to_json(before);
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

Json definitions_to_json() {
  Json json = Json::object();
  for (const FigureRule& rule : figure_rules()) json[std::string(rule.name)] = definition_of(rule);
  return json;
}

Json to_json(const std::optional<Share>& share) {
  if (!share) return {{"sessions", nullptr}, {"share", nullptr}};
  return {{"sessions", share->count}, {"share", maybe(share->rate())}};
}

Json to_json(const std::optional<StationFigures>& figures) {
  Json json = to_json(figures ? std::optional(figures->reached) : std::nullopt);
  json["median_seconds"] = figures ? maybe(figures->median_seconds) : nullptr;
  json["left"] = figures ? Json(figures->left) : Json(nullptr);
  return json;
}

template <class Rows>
Json stations_to_json(const Rows& rows) {
  Json json = Json::array();
  for (const auto& row : rows) {
    Json item = {{"name", row.name}, {"label", row.label}};
    item.update(to_json(row.now));
    item["previous"] = to_json(row.before);
    json.push_back(std::move(item));
  }
  return json;
}

Json series_to_json(const VisitReport& report) {
  Json json = Json::array();
  for (const SeriesRow& row : report.series) {
    Json figures = Json::object();
    for (const VisitFigure& figure : row.figures)
      figures[std::string(figure.rule->name)] = to_json(figure);
    Json item = to_json(row.step);
    item["figures"] = std::move(figures);
    json.push_back(std::move(item));
  }
  return json;
}

Json groups_to_json(const VisitReport& report) {
  if (!report.by) return nullptr;
  Json json = Json::array();
  for (const VisitGroupRow& row : report.groups)
    json.push_back({{"name", row.name}, {"figures", to_json(row.figures)}});
  return json;
}

Json channels_to_json(const VisitReport& report) {
  Json json = Json::array();
  for (const ChannelRow& row : report.channels)
    json.push_back(
        {{"channel", row.name}, {"tickets", row.tickets}, {"previous", maybe(row.before)}});
  return json;
}

Json to_json(const std::vector<QueryRow>& queries) {
  Json json = Json::array();
  for (const QueryRow& row : queries)
    json.push_back({{"lang", row.lang},
                    {"query", row.query},
                    {"searches", row.searches},
                    {"zero_results", row.zero_results},
                    {"clicked", row.clicked},
                    {"visitors", row.visitors},
                    {"previous", maybe(row.before)}});
  return json;
}

}  // namespace

std::string to_json(const VisitReport& report) {
  Json json = {{"period", to_json(report.period)},
               {"previous_period", to_json(report.before)},
               {"time_zone", report.time_zone},
               {"made", iso_time(report.now)},
               {"data_from", report.first_day ? Json(iso_date(*report.first_day)) : Json(nullptr)},
               {"lang", text_or_null(report.lang)},
               {"category", text_or_null(report.category)},
               {"currency", text_or_null(report.currency)},
               {"notes", report.notes},
               {"figures", to_json(report.figures)},
               {"funnel", stations_to_json(report.funnel)},
               {"searches_to_answer", stations_to_json(report.searches_to_answer)},
               {"entries", stations_to_json(report.entries)},
               {"channels", channels_to_json(report)},
               {"step", step_name(report.step)},
               {"series", series_to_json(report)},
               {"by", report.by ? Json(visit_dimension_name(*report.by)) : Json(nullptr)},
               {"groups", groups_to_json(report)},
               {"queries",
                {{"shown_from", report.shown_from},
                 {"hidden", report.hidden_queries},
                 {"top", to_json(report.top_queries)},
                 {"failing", to_json(report.failing_queries)}}},
               {"definitions", definitions_to_json()}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kb::insights

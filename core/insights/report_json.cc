#include "core/insights/report_json.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/insights/known_json.h"

namespace kb::insights {
namespace {

using Json = nlohmann::ordered_json;

Json figure_json(const Figure& figure) {
  Json json = {{"value", known_json(figure.value)}};
  if (figure.unit == Unit::share) json["count"] = known_json(figure.count);
  if (figure.unit != Unit::tickets) {
    json["of"] = known_json(figure.of);
    json["small_sample"] = figure.is_small_sample();
  }
  if (figure.unit == Unit::share) json["interval"] = known_json(figure.interval);
  return json;
}

Json figures_json(const std::vector<ComparedFigure>& figures) {
  Json json = Json::object();
  for (const auto& [now, before] : figures) {
    Json& figure = json[std::string(now.name)] = {{"unit", unit_name(now.unit)}};
    figure.update(figure_json(now));
    figure["previous"] = figure_json(before);
  }
  return json;
}

Json trends_json(const std::vector<TrendRow>& rows) {
  Json json = Json::array();
  for (const auto& [name, trend] : rows)
    json.push_back({{"name", name},
                    {"tickets", trend.now},
                    {"previous", known_json(trend.before)},
                    {"trend", trend.direction ? Json(direction_name(*trend.direction)) : nullptr},
                    {"p", known_json(trend.p)},
                    {"by_step", trend.by_step}});
  return json;
}

Json forecast_json(const Result<Forecast>& forecast) {
  if (!forecast) return {{"days", nullptr}, {"reason", forecast.error().what}};
  Json days = Json::array();
  for (const ForecastDay& day : forecast->days)
    days.push_back({{"day", iso_date(day.day)},
                    {"expected", day.expected},
                    {"interval_80", known_json(day.likely)},
                    {"interval_95", known_json(day.almost_sure)}});
  return {{"days", days},
          {"known_days", forecast->known_days},
          {"backtest",
           {{"days", forecast->tested_days},
            {"mean_absolute_error", forecast->error},
            {"seasonal_naive_mean_absolute_error", forecast->naive_error}}}};
}

Json steps_json(const TicketReport& report) {
  Json json = Json::array();
  for (const StepRow& row : report.steps)
    json.push_back({{"from", iso_date(row.step.from)},
                    {"to", iso_date(row.step.until - kDay)},
                    {"arrived", row.flow.arrived},
                    {"solved", row.flow.solved},
                    {"open", row.flow.open},
                    {"first_response_breaches", row.breaches.first_response},
                    {"resolution_breaches", row.breaches.resolution},
                    {"first_response_median", known_json(row.times.first_response.median)},
                    {"resolution_median", known_json(row.times.resolution.median)},
                    {"satisfaction_mean", known_json(row.satisfaction.mean)}});
  return json;
}

// Rows of a name and figures.
template <class Rows, class Name>
Json named_json(const Rows& rows, const char* key, Name name) {
  Json json = Json::array();
  for (const auto& row : rows)
    json.push_back({{key, row.*name}, {"figures", figures_json(row.figures)}});
  return json;
}

Json linked_articles_json(const TicketReport& report) {
  Json json = Json::array();
  for (const ArticleRow& row : report.articles)
    json.push_back(
        {{"article", row.article}, {"tickets", row.now}, {"previous", known_json(row.before)}});
  return json;
}

}  // namespace

std::string to_json(const TicketReport& report) {
  Json json = {
      {"period", period_json(report.period)},
      {"previous_period", period_json(report.before)},
      {"made", iso_time(report.now)},
      {"data_from", report.data_from ? Json(iso_date(*report.data_from)) : nullptr},
      {"newest_ticket", report.newest ? Json(iso_time(*report.newest)) : nullptr},
      {"lang", known_json(report.lang)},
      {"topic", known_json(report.topic)},
      {"notes", report.notes},
      {"figures", figures_json(report.figures)},
      {"step", report.step == Step::day ? "day" : "week"},
      {"steps", steps_json(report)},
      {"targets_by_plan", named_json(report.plans, "plan", &PlanRow::plan)},
      {"types", trends_json(report.types)},
      {"topics", trends_json(report.topics)},
      {"articles", linked_articles_json(report)},
      {"forecast", forecast_json(report.forecast)},
      {"retention",
       {{"causal", false}, {"note", kNotCausal}, {"figures", figures_json(report.retention)}}},
      {"by", report.by ? Json(dimension_name(*report.by)) : nullptr},
      {"groups", report.by ? named_json(report.groups, "name", &GroupRow::name) : nullptr}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kb::insights

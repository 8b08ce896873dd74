#include "server/insights/insights_api.h"

#include "core/base/date.h"
#include "core/insights/visit_report_csv.h"
#include "core/insights/visit_report_json.h"
#include "server/insights/kept_figures.h"

namespace kb {
namespace {

std::string file_name(const insights::VisitReport& report) {
  return "insights-" + iso_date(report.period.from) + "-" +
         iso_date(report.period.until - insights::kDay) + ".csv";
}

http::Response csv(const insights::VisitReport& report) {
  http::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.headers.push_back(
      {"Content-Disposition", "attachment; filename=\"" + file_name(report) + "\""});
  response.body = insights::to_csv(report);
  make_private(response);
  return response;
}

}  // namespace

VisitQuestion visit_question_of(const http::Request& request) {
  const auto given = [&](std::string_view name) { return std::string(request.param(name)); };
  return {.from = given("from"),
          .to = given("to"),
          .by = given("by"),
          .step = given("step"),
          .lang = given("lang"),
          .category = given("category")};
}

http::Response answer_insights_api(const StaffRequest& staff) {
  const auto format = staff.request.param("format");
  if (!format.empty() && format != "json" && format != "csv")
    return http::problem(400, "`format` must be json or csv.");
  const auto wish =
      visit_wish(staff.center.config, visit_question_of(staff.request), staff.center.clock.now());
  if (!wish) return http::problem(400, to_line(wish.error()) + ".");
  const auto report = visit_report(staff.center.figures.visits, staff.store, *wish);
  if (!report) {
    auto response = http::problem(500, "The store could not be read.");
    response.fault = to_line(report.error());
    return response;
  }
  return format == "csv" ? csv(*report) : staff.json(200, insights::to_json(*report));
}

}  // namespace kb

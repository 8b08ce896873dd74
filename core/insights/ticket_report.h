// The report of `kb-server report tickets`: every figure with the same of the period before.
//
//   TicketReport report = report_tickets(tickets, {.period = march, .now = clock.now(),
//                                                  .by = Dimension::team, .targets = {…}});
//   to_text(report), to_json(report), to_csv(report)      // report_text.h, report_json.h, …
//
// What lies before the oldest ticket is not known: figures of such a period are nothing, and a
// period before that is only partly known is not compared with. Pure, thread-safe.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/insights/figure_ticket.h"
#include "core/insights/forecast.h"
#include "core/insights/period.h"
#include "core/insights/retention.h"
#include "core/insights/ticket_figures.h"
#include "core/insights/trends.h"
#include "core/insights/volume.h"

namespace kb::insights {

struct ReportWish {
  Period period;
  Time now;
  std::optional<Dimension> by;
  std::map<std::string, TicketTarget> targets;  // by plan; "": of all others
  std::string lang = {};                        // only tickets in this one; empty: all
  std::string topic = {};                       // likewise
};

// "team", "topic", "lang", "plan".
std::string_view dimension_name(Dimension dimension);
Result<Dimension> parse_dimension(std::string_view name);

struct ComparedFigure {
  Figure now;
  Figure before;  // its value is nothing where there is nothing to compare with
};

struct StepRow {
  Period step;
  Flow flow;
  Breaches breaches;
  ResponseTimes times;
  Satisfaction satisfaction;
};

struct PlanRow {
  std::string plan;  // "": not known
  std::vector<ComparedFigure> figures;
};

struct TrendRow {
  std::string name;  // "": has none
  Trend trend;
};

struct ArticleRow {
  std::string article;  // "pl/billing/refund"
  std::int64_t now = 0;
  std::optional<std::int64_t> before;
};

struct GroupRow {
  std::string name;  // "": has none
  std::vector<ComparedFigure> figures;
};

struct TicketReport {
  Period period;
  Period before;
  Time now;
  std::optional<Time> data_from;  // the first day with a ticket
  std::optional<Time> newest;     // when the newest ticket was created
  std::string lang;               // that was chosen; empty: all
  std::string topic;              // likewise
  std::vector<std::string> notes;
  std::vector<ComparedFigure> figures;
  Step step = Step::day;
  std::vector<StepRow> steps;  // of the period; none without data
  std::vector<PlanRow> plans;
  std::vector<TrendRow> types;
  std::vector<TrendRow> topics;
  std::vector<ArticleRow> articles;  // the most linked first
  Result<Forecast> forecast = Forecast();
  std::vector<ComparedFigure> retention;  // kNotCausal
  std::optional<Dimension> by;
  std::vector<GroupRow> groups;  // the most tickets first
};

TicketReport report_tickets(const FigureTickets& tickets, const ReportWish& wish);

}  // namespace kb::insights

#include "server/insights/ticket_insights_answer.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/date.h"
#include "core/insights/report_csv.h"
#include "core/insights/report_json.h"
#include "core/text/message.h"
#include "server/insights/filter_choices.h"
#include "server/insights/kept_figures.h"
#include "server/insights/ticket_insights_view.h"
#include "server/insights/ticket_question.h"
#include "server/page/ticket_insights_page.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

using insights::FigureTickets;
using insights::TicketReport;

constexpr std::string_view kTicketsPath = "/writer/tickets";
constexpr std::string_view kTicketsApiPath = "/api/v1/insights/tickets";
constexpr std::array kTicketPresets = {7, 28, 90};  // days
constexpr std::size_t kMostTopics = 200;

std::string address(const std::string& path, const TicketQuestion& question) {
  std::string url = path;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    url += (url.find('?') == std::string::npos ? "?" : "&") + std::string(name) + "=" +
           parameter(value);
  };
  add("from", question.from);
  add("to", question.to);
  add("lang", question.lang);
  add("topic", question.topic);
  add("by", question.by);
  return url;
}

TicketQuestion of_period(TicketQuestion question, const insights::Period& period) {
  question.from = iso_date(period.from);
  question.to = iso_date(period.until - insights::kDay);
  return question;
}

std::vector<page::Choice> topic_choices(const FigureTickets& tickets, const std::string& chosen) {
  std::set<insights::NameId> known;
  for (const auto* ticket : tickets.rows()) {
    if (known.size() == kMostTopics) break;
    if (ticket->topic != insights::kNoName) known.insert(ticket->topic);
  }
  std::set<std::string> topics;
  for (const auto id : known) topics.insert(tickets.name(id));
  if (!chosen.empty()) topics.insert(chosen);
  std::vector<page::Choice> choices;
  for (const auto& topic : topics) choices.push_back({topic, topic, topic == chosen});
  return choices;
}

std::vector<page::Choice> dimension_choices(const std::string& chosen,
                                            const page::LanguageTexts& texts) {
  std::vector<page::Choice> choices;
  for (const std::string by : {"team", "topic", "lang", "plan"})
    choices.push_back({by, texts.format("tickets.by_" + by), by == chosen});
  return choices;
}

std::string period_words(const TicketReport& report, const page::LanguageTexts& texts) {
  const auto day = [&](Time time) { return text::format_date(time, texts.lang()); };
  return texts.format("insights.period", {{"from", day(report.period.from)},
                                          {"to", day(report.period.until - insights::kDay)},
                                          {"before", day(report.before.from)},
                                          {"before_to", day(report.before.until - insights::kDay)},
                                          {"zone", "UTC"}});
}

// What a page needs of all tickets, as they are now.
struct TicketFindings {
  TicketReport report;
  std::vector<page::Choice> topics;
};

Result<TicketFindings> find_out(const StaffRequest& staff, const insights::ReportWish& wish) {
  TicketFindings found;
  const auto read =
      staff.center.figures.tickets.read(staff.store, [&](const FigureTickets& tickets) {
        found.report = insights::report_tickets(tickets, wish);
        found.topics = topic_choices(tickets, wish.topic);
      });
  if (!read) return fail(read.error());
  return found;
}

http::Response as_csv(const TicketReport& report) {
  http::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.headers.push_back(
      {"Content-Disposition", "attachment; filename=\"tickets-" + iso_date(report.period.from) +
                                  "-" + iso_date(report.period.until - insights::kDay) + ".csv\""});
  response.body = insights::to_csv(report);
  make_private(response);
  return response;
}

}  // namespace

http::Response answer_ticket_insights(const StaffRequest& staff) {
  const auto& config = staff.center.config;
  const Time now = staff.center.clock.now();
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  auto question = ticket_question_of(staff.request);
  auto wish = ticket_wish(config, question, now);
  page::TicketInsightsPage view{.staff = staff.site("insights"), .action = staff.url(kTicketsPath)};
  if (!wish) {
    view.fault = texts.format("insights.fault", {{"fault", to_line(wish.error())}});
    question = {};
    wish = ticket_wish(config, question, now);
    if (!wish) return staff.fault(wish.error());
  }
  auto found = find_out(staff, *wish);
  if (!found) return staff.fault(found.error());
  const auto& report = found->report;

  question = of_period(question, wish->period);
  const Time today = insights::day_of(now);
  for (const int days : kTicketPresets)
    view.presets.push_back(
        {texts.format("insights.last_days", {{"count", std::int64_t{days}}}),
         address(view.action, of_period(question, {today - insights::kDay * days, today}))});
  view.from = question.from;
  view.to = question.to;
  view.languages = language_choices(staff, wish->lang, texts);
  view.topics = std::move(found->topics);
  view.dimensions = dimension_choices(question.by, texts);
  view.period = period_words(report, texts);
  view.notes = ticket_notes(report, texts);
  view.tables = ticket_tables(report, texts, staff.url(""));
  view.json_url = address(staff.url(kTicketsApiPath), question);
  view.csv_url = view.json_url + "&format=csv";
  view.insights_url = staff.url("/writer/insights");
  return staff.page(view.fault.empty() ? 200 : 400, page::render(staff.center.renderer, view));
}

http::Response answer_ticket_insights_api(const StaffRequest& staff) {
  const auto format = staff.request.param("format");
  if (!format.empty() && format != "json" && format != "csv")
    return http::problem(400, "`format` must be json or csv.");
  const auto wish =
      ticket_wish(staff.center.config, ticket_question_of(staff.request), staff.center.clock.now());
  if (!wish) return http::problem(400, to_line(wish.error()) + ".");
  const auto found = find_out(staff, *wish);
  if (!found) {
    auto response = http::problem(500, "The store could not be read.");
    response.fault = to_line(found.error());
    return response;
  }
  const auto& report = found->report;
  return format == "csv" ? as_csv(report) : staff.json(200, insights::to_json(report));
}

}  // namespace kb

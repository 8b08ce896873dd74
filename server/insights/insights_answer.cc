#include "server/insights/insights_answer.h"

#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/store/gap_table.h"
#include "core/text/message.h"
#include "server/insights/filter_choices.h"
#include "server/insights/insights_api.h"
#include "server/insights/insights_view.h"
#include "server/insights/kept_figures.h"
#include "server/insights/targets_answer.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

constexpr std::string_view kPath = "/writer/insights";
constexpr std::string_view kApiPath = "/api/v1/insights";
constexpr std::array kPresets = {7, 28, 90};  // days
constexpr int kMostChanges = 20'000;          // of gaps, the newest

std::string parameters(const VisitQuestion& question) {
  std::string text;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty())
      text += (text.empty() ? "?" : "&") + std::string(name) + "=" + parameter(value);
  };
  add("from", question.from);
  add("to", question.to);
  add("lang", question.lang);
  add("category", question.category);
  add("by", question.by);
  add("step", question.step);
  return text;
}

// The question with the period as it was understood.
VisitQuestion settled(VisitQuestion question, const insights::Period& period) {
  question.from = iso_date(period.from);
  question.to = iso_date(period.until - insights::kDay);
  return question;
}

std::vector<page::Link> presets(const StaffRequest& staff, const VisitQuestion& question,
                                const page::LanguageTexts& texts, Time yesterday) {
  std::vector<page::Link> links;
  for (const int days : kPresets) {
    const auto until = yesterday + insights::kDay;
    const auto asked = settled(question, {until - insights::kDay * days, until});
    links.push_back({texts.format("insights.last_days", {{"count", std::int64_t{days}}}),
                     staff.url(kPath) + parameters(asked)});
  }
  return links;
}

// How the work on gaps went in the report's steps; none where there never was a gap.
Result<std::vector<insights::GapStep>> gap_work(const StaffRequest& staff,
                                                const insights::VisitReport& report,
                                                const text::Calendar& calendar) {
  std::vector<insights::Period> steps;
  for (const auto& row : report.series) steps.push_back(row.step);
  return staff.store.read([&](store::Sql& sql) -> Result<std::vector<insights::GapStep>> {
    auto gaps = store::list_gap_heads(sql);
    if (!gaps) return fail(gaps.error());
    std::erase_if(*gaps, [&](const store::Gap& gap) {
      return !report.lang.empty() && gap.lang != report.lang;
    });
    if (gaps->empty() || steps.empty()) return std::vector<insights::GapStep>();
    const auto changes = store::gap_changes_since(sql, Time{}, kMostChanges);
    if (!changes) return fail(changes.error());
    return insights::gap_steps(*gaps, *changes, steps, calendar);
  });
}

std::vector<page::Choice> dimensions(const std::string& chosen, const page::LanguageTexts& texts) {
  return {{"lang", texts.format("insights.by_lang"), chosen == "lang"},
          {"category", texts.format("insights.by_category"), chosen == "category"},
          {"article", texts.format("insights.by_article"), chosen == "article"},
          {"channel", texts.format("insights.by_channel"), chosen == "channel"}};
}

std::vector<page::Choice> steps(const std::string& chosen, const page::LanguageTexts& texts) {
  return {{"day", texts.format("insights.step_day"), chosen == "day"},
          {"week", texts.format("insights.step_week"), chosen == "week"},
          {"month", texts.format("insights.step_month"), chosen == "month"}};
}

}  // namespace

http::Response answer_insights(const StaffRequest& staff) {
  const auto& config = staff.center.config;
  const Time now = staff.center.clock.now();
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  auto question = visit_question_of(staff.request);
  auto wish = visit_wish(config, question, now);
  page::InsightsPage view{.staff = staff.site("insights"), .action = staff.url(kPath)};
  if (!wish) {
    view.fault = texts.format("insights.fault", {{"fault", to_line(wish.error())}});
    question = {};
    wish = visit_wish(config, question, now);
    if (!wish) return staff.fault(wish.error());
  }
  const auto report = visit_report(staff.center.figures.visits, staff.store, *wish);
  if (!report) return staff.fault(report.error());
  auto gaps = gap_work(staff, *report, wish->calendar);
  if (!gaps) return staff.fault(gaps.error());
  auto targets = targets_summary(staff);
  if (!targets) return staff.fault(targets.error());
  view.targets = std::move(*targets);

  const Time yesterday = Time{std::chrono::days{wish->calendar.day_of(now)}} - insights::kDay;
  question = settled(question, wish->period);
  view.presets = presets(staff, question, texts, yesterday);
  view.from = question.from;
  view.to = question.to;
  view.languages = language_choices(staff, wish->lang, texts);
  view.categories = category_choices(staff, wish->category, texts);
  view.dimensions = dimensions(question.by, texts);
  view.steps = steps(question.step, texts);
  view.period = insight_period(*report, texts);
  view.notes = insight_notes(*report, texts);
  view.tables = insight_tables(*report, texts, {staff.url(""), std::move(*gaps)});
  const auto api = staff.url(kApiPath) + parameters(question);
  view.csv_url = api + "&format=csv";
  view.json_url = api;
  view.tickets_url = staff.url("/writer/tickets");
  return staff.page(view.fault.empty() ? 200 : 400, page::render(staff.center.renderer, view));
}

}  // namespace kb

#include "server/insights/insights_answer.h"

#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/text/language.h"
#include "core/text/message.h"
#include "server/insights/insights_api.h"
#include "server/insights/insights_view.h"
#include "server/pages/category_words.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

constexpr std::string_view kPath = "/writer/insights";
constexpr std::string_view kApiPath = "/api/v1/insights";
constexpr std::array kPresets = {7, 28, 90};  // days

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

// Those that the index knows, and the chosen one.
std::vector<page::Choice> languages(const StaffRequest& staff, const std::string& chosen,
                                    const page::LanguageTexts& texts) {
  std::vector<std::string> tags;
  if (const auto generation = staff.center.searchers.generation()) tags = generation->languages();
  if (!chosen.empty() && std::ranges::find(tags, chosen) == tags.end()) tags.push_back(chosen);
  std::vector<page::Choice> found;
  for (const auto& tag : tags)
    found.push_back({tag, text::language_name(tag, texts.lang()), tag == chosen});
  return found;
}

std::vector<page::Choice> categories(const StaffRequest& staff, const std::string& chosen,
                                     const page::LanguageTexts& texts) {
  std::vector<page::Choice> found;
  const auto generation = staff.center.searchers.generation();
  const auto& config = staff.center.config;
  if (generation) {
    const auto shelves =
        staff.center.shelves.shelves(config, generation, config.site.default_language,
                                     staff.center.audience(), staff.center.clock.now());
    for (const auto& key : shelves->order())
      if (!key.empty())
        found.push_back(
            {key, category_name(config, *generation, key, texts.lang()), key == chosen});
  }
  const bool is_listed = std::ranges::any_of(found, &page::Choice::chosen);
  if (!chosen.empty() && !is_listed) found.push_back({chosen, chosen, true});
  return found;
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
  const auto report = visit_report(staff.store, *wish);
  if (!report) return staff.fault(report.error());

  const Time yesterday = Time{std::chrono::days{wish->calendar.day_of(now)}} - insights::kDay;
  question = settled(question, wish->period);
  view.presets = presets(staff, question, texts, yesterday);
  view.from = question.from;
  view.to = question.to;
  view.languages = languages(staff, wish->lang, texts);
  view.categories = categories(staff, wish->category, texts);
  view.dimensions = dimensions(question.by, texts);
  view.steps = steps(question.step, texts);
  view.period = insight_period(*report, texts);
  view.notes = insight_notes(*report, texts);
  view.tables = insight_tables(*report, texts);
  const auto api = staff.url(kApiPath) + parameters(question);
  view.csv_url = api + "&format=csv";
  view.json_url = api;
  return staff.page(view.fault.empty() ? 200 : 400, page::render(staff.center.renderer, view));
}

}  // namespace kb

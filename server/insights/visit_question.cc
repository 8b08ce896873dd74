#include "server/insights/visit_question.h"

#include "core/text/language.h"

namespace kb {
namespace {

Error at(std::string where, Error error) {
  error.where = std::move(where);
  return error;
}

}  // namespace

Result<insights::VisitWish> visit_wish(const Config& config, const VisitQuestion& question,
                                       Time now) {
  auto calendar = text::Calendar::of(config.insights.time_zone);
  if (!calendar) return fail(at("insights.time_zone", calendar.error()));
  const Time today{std::chrono::days{calendar->day_of(now)}};
  const auto period = insights::parse_period(question.from, question.to, today);
  if (!period) return fail(at("from, to", period.error()));
  insights::VisitWish wish{.period = *period,
                           .calendar = std::move(*calendar),
                           .now = now,
                           .category = question.category,
                           .shown_from = config.insights.shown_from,
                           .cost_per_ticket = config.insights.cost_per_ticket,
                           .currency = config.insights.currency};
  if (!question.by.empty()) {
    const auto by = insights::parse_visit_dimension(question.by);
    if (!by) return fail(at("by", by.error()));
    wish.by = *by;
  }
  if (!question.step.empty()) {
    const auto step = insights::parse_step(question.step);
    if (!step) return fail(at("step", step.error()));
    wish.step = *step;
  }
  if (!question.lang.empty()) {
    const auto lang = text::canonical_language(question.lang);
    if (!lang) return fail(at("lang", lang.error()));
    wish.lang = *lang;
  }
  return wish;
}

Result<insights::VisitReport> visit_report(insights::KeptVisits& kept, const store::Store& store,
                                           const insights::VisitWish& wish) {
  const auto sums = kept.read(store, wish);
  if (!sums) return fail(sums.error());
  return insights::report_visits(**sums, wish);
}

}  // namespace kb

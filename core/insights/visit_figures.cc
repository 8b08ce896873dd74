#include "core/insights/visit_figures.h"

#include "core/insights/causal_deflection.h"

namespace kb::insights {
namespace {

std::int64_t sum_of(const CounterSum& counters, const VisitCounts& counts) {
  std::int64_t total = 0;
  for (const Counter counter : counters) total += counts[counter];
  return total;
}

double ratio(std::int64_t count, std::int64_t of) {
  return static_cast<double>(count) / static_cast<double>(of);
}

void set_share(VisitFigure& figure, const Share& share) {
  figure.value = share.rate();
  figure.count = share.count;
  figure.of = share.of;
  if (share.count <= share.of) figure.interval = share.interval();
}

void set_range(VisitFigure& figure, const Share& lower, const Share& upper) {
  set_share(figure, lower);
  figure.upper = upper.rate();
  figure.upper_count = upper.count;
  if (figure.interval && upper.count <= upper.of) figure.interval->high = upper.interval()->high;
}

void set_cost(VisitFigure& figure, const Measured& measured) {
  const auto& [counts, customers, linked, cost] = measured;
  const auto lower = sum_of(figure.rule->numerator, counts);
  const auto upper = sum_of(figure.rule->upper, counts);
  figure.count = lower;
  figure.upper_count = upper;
  figure.of = sum_of(figure.rule->denominator, counts);
  if (*figure.of == 0) return;
  figure.value = cost * static_cast<double>(lower);
  figure.upper = cost * static_cast<double>(upper);
}

void set_causal(VisitFigure& figure, const VisitCounts& counts) {
  const auto effect = causal_deflection(
      {.holdout = {counts[Counter::forms_holdout_submitted], counts[Counter::forms_holdout]},
       .offered = {counts[Counter::forms_offered_submitted], counts[Counter::forms_offered]}});
  figure.value = effect.difference;
  figure.interval = effect.interval;
  figure.reason = effect.reason;
}

// A ratio of two sums that are not part and whole, or whose numbers mean nothing by themselves.
void set_ratio(VisitFigure& figure, std::int64_t count, std::int64_t of) {
  if (figure.rule->unit == FigureUnit::rate) figure.count = count;
  figure.of = of;
  if (of > 0) figure.value = ratio(count, of) * figure.rule->scale;
}

}  // namespace

VisitFigure measure(const FigureRule& rule, const std::optional<Measured>& measured) {
  VisitFigure figure{.rule = &rule};
  if (!measured) return figure;
  const VisitCounts& counts = measured->counts;
  const auto numerator = sum_of(rule.numerator, counts);
  const auto denominator = sum_of(rule.denominator, counts);
  switch (rule.unit) {
    case FigureUnit::count:
      figure.value = static_cast<double>(numerator);
      break;
    case FigureUnit::share:
      if (!rule.denominator.empty())
        set_share(figure, {numerator, denominator});
      else if (measured->linked)
        set_share(figure, *measured->linked);
      break;
    case FigureUnit::rate:
      if (!rule.denominator.empty())
        set_ratio(figure, numerator, denominator);
      else if (measured->customers)
        set_ratio(figure, numerator, *measured->customers);
      break;
    case FigureUnit::points:
      set_ratio(figure, numerator, denominator);
      break;
    case FigureUnit::share_range:
      set_range(figure, {numerator, denominator}, {sum_of(rule.upper, counts), denominator});
      break;
    case FigureUnit::difference:
      set_causal(figure, counts);
      break;
    case FigureUnit::money_range:
      if (measured->cost_per_ticket > 0) set_cost(figure, *measured);
      break;
  }
  return figure;
}

}  // namespace kb::insights

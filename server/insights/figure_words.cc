#include "server/insights/figure_words.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "core/text/message.h"

namespace kb {
namespace {

using insights::FigureUnit;
using insights::VisitFigure;

constexpr std::string_view kUnknown = "–";

struct TimeUnit {
  double upto;  // seconds
  double length;
  int digits;
  std::string_view text;
};
constexpr double kMinute = 60;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;
constexpr std::array kTimeUnits = {
    TimeUnit{kMinute, 1, 0, "insights.seconds"}, TimeUnit{kHour, kMinute, 0, "insights.minutes"},
    TimeUnit{2 * kDay, kHour, 1, "insights.hours"}, TimeUnit{INFINITY, kDay, 1, "insights.days"}};

template <class AnyFigure>
std::string mark(const AnyFigure& figure) {
  return figure.is_small_sample() ? "*" : "";
}

}  // namespace

std::string FigureWords::value(const VisitFigure& figure) const {
  if (!figure.value) return std::string(kUnknown);
  switch (figure.rule->unit) {
    case FigureUnit::count:
      return number(static_cast<std::int64_t>(*figure.value));
    case FigureUnit::share:
      return percent(*figure.value) + mark(figure);
    case FigureUnit::rate:
    case FigureUnit::points:
      return decimal(*figure.value, 2) + mark(figure);
    case FigureUnit::share_range:
      return range(percent(*figure.value), percent(*figure.upper)) + mark(figure);
    case FigureUnit::difference:
      return points(*figure.value);
    case FigureUnit::money_range:
      return range(number(std::llround(*figure.value)), number(std::llround(*figure.upper))) + " " +
             currency_;
  }
  return {};
}

std::string FigureWords::counts(const VisitFigure& figure) const {
  if (!figure.reason.empty()) return texts_.format("insights.too_few");
  if (!figure.of) return {};
  const auto whole = number(*figure.of);
  if (!figure.count) return texts_.format("insights.of_whole", {{"whole", whole}});
  auto count = number(*figure.count);
  if (figure.upper_count) count = range(count, number(*figure.upper_count));
  return texts_.format("insights.count_of", {{"count", count}, {"whole", whole}});
}

std::string FigureWords::interval(const VisitFigure& figure) const {
  if (!figure.interval) return {};
  const auto& [low, high] = *figure.interval;
  return figure.rule->unit == FigureUnit::difference ? range(points(low), points(high))
                                                     : range(percent(low), percent(high));
}

std::string FigureWords::value(const insights::Figure& figure) const {
  if (!figure.value) return std::string(kUnknown);
  switch (figure.unit) {
    case insights::Unit::tickets:
      return number(static_cast<std::int64_t>(*figure.value));
    case insights::Unit::share:
      return percent(*figure.value) + mark(figure);
    case insights::Unit::seconds:
      return duration(figure.value) + mark(figure);
    case insights::Unit::points:
      return decimal(figure.value, 2) + mark(figure);
  }
  return {};
}

std::string FigureWords::counts(const insights::Figure& figure) const {
  if (!figure.of) return {};
  const auto whole = number(*figure.of);
  if (!figure.count) return texts_.format("insights.of_whole", {{"whole", whole}});
  return texts_.format("insights.count_of", {{"count", number(*figure.count)}, {"whole", whole}});
}

std::string FigureWords::interval(const insights::Figure& figure) const {
  if (!figure.interval) return {};
  return range(percent(figure.interval->low), percent(figure.interval->high));
}

std::string FigureWords::number(const std::optional<std::int64_t>& number) const {
  return number ? text::format_number(*number, texts_.lang()) : std::string(kUnknown);
}

std::string FigureWords::count(const std::optional<insights::Share>& share) const {
  return number(share ? std::optional(share->count) : std::nullopt);
}

std::string FigureWords::percent(const std::optional<insights::Share>& share) const {
  if (!share || !share->rate()) return std::string(kUnknown);
  return percent(*share->rate()) + (share->of < insights::kSmallSample ? "*" : "");
}

std::string FigureWords::interval(const insights::Share& share) const {
  const auto interval = share.interval();
  if (!interval) return std::string(kUnknown);
  return range(percent(interval->low), percent(interval->high));
}

std::string FigureWords::duration(const std::optional<double>& seconds) const {
  if (!seconds) return std::string(kUnknown);
  for (const auto& [upto, length, digits, text] : kTimeUnits)
    if (*seconds < upto)
      return texts_.format(text, {{"number", decimal(*seconds / length, digits)}});
  return std::string(kUnknown);
}

std::string FigureWords::decimal(const std::optional<double>& number, int digits) const {
  if (!number) return std::string(kUnknown);
  std::array<char, 400> written{};  // room for any double
  std::snprintf(written.data(), written.size(), "%.*f", digits, *number);
  std::string text = written.data();
  if (const auto point = text.find('.'); point != text.npos)
    text.replace(point, 1, texts_.format("insights.decimal_point"));
  return text;
}

std::string FigureWords::percent(double share) const {
  return texts_.format("insights.percent", {{"number", decimal(share * 100, 1)}});
}

std::string FigureWords::points(double difference) const {
  return texts_.format("insights.points",
                       {{"number", (difference > 0 ? "+" : "") + decimal(difference * 100, 1)}});
}

std::string FigureWords::range(const std::string& low, const std::string& high) const {
  return texts_.format("insights.range", {{"low", low}, {"high", high}});
}

}  // namespace kb

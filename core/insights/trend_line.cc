#include "core/insights/trend_line.h"

#include <array>
#include <cmath>

namespace kb::insights {
namespace {

// Student's t below which nine of ten lie, by degrees of freedom from 1 on: 80 % lie between it and
// its negative.
constexpr std::array kNineOfTen = {3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397,
                                   1.383, 1.372, 1.363, 1.356, 1.350, 1.345, 1.341, 1.337,
                                   1.333, 1.330, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318};
constexpr double kNineOfTenOfMany = 1.282;
constexpr std::size_t kFewestPoints = 3;
constexpr std::size_t kOfALine = 2;  // its height and its slope

double nine_of_ten(std::size_t freedom) {
  return freedom <= kNineOfTen.size() ? kNineOfTen.at(freedom - 1) : kNineOfTenOfMany;
}

}  // namespace

std::optional<TrendLine> TrendLine::through(std::span<const TrendPoint> points) {
  if (points.size() < kFewestPoints) return std::nullopt;
  TrendLine line;
  const auto count = static_cast<double>(points.size());
  line.points_ = points.size();
  for (const auto& point : points) {
    line.mean_time_ += point.at / count;
    line.mean_value_ += point.value / count;
  }
  double products = 0;
  for (const auto& point : points) {
    const double apart = point.at - line.mean_time_;
    line.time_squares_ += apart * apart;
    products += apart * (point.value - line.mean_value_);
  }
  if (line.time_squares_ <= 0) return std::nullopt;
  line.slope_ = products / line.time_squares_;
  double squares = 0;
  for (const auto& point : points) squares += std::pow(point.value - line.at(point.at), 2);
  line.deviation_ = std::sqrt(squares / (count - static_cast<double>(kOfALine)));
  return line;
}

Interval TrendLine::likely(double time) const {
  const double apart = time - mean_time_;
  const double spread =
      deviation_ * std::sqrt(1 + 1 / static_cast<double>(points_) + apart * apart / time_squares_);
  const double margin = nine_of_ten(points_ - kOfALine) * spread;
  return {at(time) - margin, at(time) + margin};
}

}  // namespace kb::insights

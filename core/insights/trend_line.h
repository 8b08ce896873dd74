// Where a figure is heading: a straight line through its weeks, and how far off it may be.
//
//   const auto line = TrendLine::through({{0, .09}, {1, .08}, {2, .08}, {3, .07}, …});
//   line->likely(9)                // {0.031, 0.052}: a week at 9 lies there with 80 %
//
// Least squares, with the prediction interval of one more point (Student's t): it widens away from
// what is known, so that a far day is told for what it is. Nothing through fewer than three points
// or through points of one time alone. Pure, thread-safe.

#pragma once

#include <optional>
#include <span>

#include "core/insights/share.h"

namespace kb::insights {

struct TrendPoint {
  double at = 0;
  double value = 0;
};

class TrendLine {
 public:
  static std::optional<TrendLine> through(std::span<const TrendPoint> points);

  double at(double time) const { return mean_value_ + slope_ * (time - mean_time_); }
  double slope() const { return slope_; }
  Interval likely(double time) const;

 private:
  TrendLine() = default;

  double slope_ = 0;
  double mean_time_ = 0;
  double mean_value_ = 0;
  double time_squares_ = 0;  // around the mean
  double deviation_ = 0;     // of what is left beside the line
  std::size_t points_ = 0;
};

}  // namespace kb::insights

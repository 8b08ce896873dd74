// Whether something became more or less frequent, or whether that is chance.
//
//   rate_change_p(30, 12)                  // 0.008: in 30 and 12 of two periods of one length
//   holm_adjusted({0.01, 0.04, 0.03})      // {0.03, 0.06, 0.06}: three questions asked at once
//
// The exact test of two Poisson rates (Przyborowski and Wilenski, 1940): given the sum, the first
// count is binomial with one half; the smaller tail is doubled. Holm's method (1979) keeps the
// chance of any false alarm among all the questions below the level. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <vector>

namespace kb::insights {

double rate_change_p(std::int64_t now, std::int64_t before);  // 1 where both are 0
std::vector<double> holm_adjusted(const std::vector<double>& p);

}  // namespace kb::insights

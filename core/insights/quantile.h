// Quantiles of durations.
//
//   quantile({10, 20, 30, 40}, 0.5)     // 25
//
// With the values in order x[0] … x[n-1], the quantile p lies at the place p × (n - 1), between two
// values in proportion: Hyndman and Fan's type 7, as spreadsheets and NumPy have it. Nothing for no
// values. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace kb::insights {

std::optional<double> quantile(std::vector<std::int64_t> values, double p);  // p: 0 to 1

}  // namespace kb::insights

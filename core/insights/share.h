// A part of a whole, which never goes without its counts.
//
//   Share solved{27, 40};
//   solved.rate()         // 0.675; nothing where the whole is empty, never 0
//   solved.interval()     // {0.520, 0.799}: where it lies with 95 % confidence
//
// Pure values, thread-safe. The interval is Wilson's score interval (E. B. Wilson, 1927, Probable
// inference, the law of succession, and statistical inference): sound for small wholes, and never
// below 0 or above 1.

#pragma once

#include <cstdint>
#include <optional>

namespace kb::insights {

struct Interval {
  double low = 0;
  double high = 0;

  bool operator==(const Interval&) const = default;
};

// Fewer than these say little: reports mark them.
constexpr std::int64_t kSmallSample = 30;

struct Share {
  std::int64_t count = 0;
  std::int64_t of = 0;

  void add(bool counts) {
    count += counts ? 1 : 0;
    ++of;
  }
  std::optional<double> rate() const;
  std::optional<Interval> interval() const;

  bool operator==(const Share&) const = default;
};

}  // namespace kb::insights

// What suggestions in the contact form really prevent: a small random share of forms, the holdout,
// shows none; how much more often do those send a ticket?
//
//   CausalDeflection effect = causal_deflection({.holdout = {30, 60}, .offered = {300, 1000}});
//   effect.difference          // 0.2: of 100 forms, 20 tickets less with suggestions
//   effect.interval            // newcombe.h
//   effect.reason              // where nothing is said: "the holdout has 12 forms, …"
//
// Said only where the sample carries it. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>

#include "core/insights/share.h"

namespace kb::insights {

// Below this, one form more or less moves the holdout's rate by over 3 points, and Wilson's
// interval around it is over 30 points wide: any figure would be read as more than it is.
inline constexpr std::int64_t kLeastHoldoutForms = 30;

// The common rule for comparing two shares (W. G. Cochran, 1954): were there no difference, each
// side should still expect so many sent forms, and so many that were not.
inline constexpr double kLeastExpected = 5;

struct FormTrial {
  Share holdout;  // forms that sent a ticket, of those without suggestions
  Share offered;  // the same of those with suggestions

  bool operator==(const FormTrial&) const = default;
};

struct CausalDeflection {
  std::optional<double> difference;  // holdout's rate less the others': positive is good
  std::optional<Interval> interval;
  std::string reason;  // why there is none; empty where there is

  bool operator==(const CausalDeflection&) const = default;
};

CausalDeflection causal_deflection(const FormTrial& trial);

}  // namespace kb::insights

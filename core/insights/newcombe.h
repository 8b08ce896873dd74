// How sure the difference of two shares is.
//
//   newcombe({56, 70}, {48, 80})      // {0.0524, 0.3339} around 0.2, with 95 % confidence
//
// Newcombe's hybrid score interval without continuity correction: R. G. Newcombe, 1998, Interval
// estimation for the difference between independent proportions: comparison of eleven methods,
// Statistics in Medicine 17, method 10. It combines Wilson's intervals of both shares (share.h), so
// it never leaves -1 to 1. Nothing where either whole is empty. Pure, thread-safe.

#pragma once

#include <optional>

#include "core/insights/share.h"

namespace kb::insights {

std::optional<Interval> newcombe(const Share& a, const Share& b);  // of a's rate less b's

}  // namespace kb::insights

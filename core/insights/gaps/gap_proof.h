// Whether what was published closed the gap: how often its questions failed before and after.
//
//   const auto proof = prove({.count = 60, .of = 80}, {.count = 3, .of = 41});
//   proof.verdict                     // Verdict::closed
//   proof.difference                  // -0.68, {-0.77, -0.53} with 95 %
//
// Rates are compared by Newcombe's interval (newcombe.h). Below kLeastAfter askings since, nothing
// is said. Pure, thread-safe.

#pragma once

#include <optional>
#include <string_view>

#include "core/insights/share.h"

namespace kb::insights {

inline constexpr std::int64_t kLeastAfter = 8;

enum class Verdict {
  waiting,    // too few have asked since
  undecided,  // asked, and neither better nor worse for sure
  closed,     // fails less, and that is not chance
  returned,   // was closed, is not any more, and surely fails over half as often as before
};

struct GapProof {
  Share before;
  Share after;
  std::optional<double> difference = {};  // after less before
  std::optional<Interval> interval = {};
  Verdict verdict = Verdict::waiting;
};

// `was_closed`: an earlier proof said so; then `after` is what was asked since that proof, so that
// a good month does not hide a bad week. "Surely": the lower end of the rate's 95 % interval.
GapProof prove(const Share& before, const Share& after, bool was_closed = false);
std::string_view verdict_name(Verdict verdict);

}  // namespace kb::insights

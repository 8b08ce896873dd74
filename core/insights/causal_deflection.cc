#include "core/insights/causal_deflection.h"

#include <algorithm>

#include "core/insights/newcombe.h"

namespace kb::insights {
namespace {

// Empty: it is enough.
std::string too_small(const FormTrial& trial) {
  const auto& [holdout, offered] = trial;
  const auto smaller = std::min(holdout.of, offered.of);
  if (smaller < kLeastHoldoutForms)
    return std::string(holdout.of <= offered.of ? "the holdout has " : "the other forms are ") +
           std::to_string(smaller) +
           (holdout.of <= offered.of ? " forms, at least " : ", at least ") +
           std::to_string(kLeastHoldoutForms) + " are needed";
  const double sent = static_cast<double>(holdout.count + offered.count) /
                      static_cast<double>(holdout.of + offered.of);
  const double expected = static_cast<double>(smaller) * std::min(sent, 1 - sent);
  if (expected < kLeastExpected)
    return std::string("too few forms were ") + (sent < 0.5 ? "sent" : "left without sending") +
           " to compare " + std::to_string(holdout.of) + " forms without suggestions with " +
           std::to_string(offered.of) + " others";
  return {};
}

}  // namespace

CausalDeflection causal_deflection(const FormTrial& trial) {
  CausalDeflection effect;
  effect.reason = too_small(trial);
  if (!effect.reason.empty()) return effect;
  effect.difference = *trial.holdout.rate() - *trial.offered.rate();
  effect.interval = newcombe(trial.holdout, trial.offered);
  return effect;
}

}  // namespace kb::insights

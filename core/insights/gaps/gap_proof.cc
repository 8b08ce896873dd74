#include "core/insights/gaps/gap_proof.h"

#include <array>

#include "core/insights/newcombe.h"

namespace kb::insights {
namespace {

constexpr std::array<std::string_view, 4> kVerdicts = {"waiting", "undecided", "closed",
                                                       "returned"};

// Of what it was before, from where a rate counts as back.
constexpr double kBackFrom = 0.5;

bool is_back(const Share& before, const Share& after) {
  return *before.rate() > 0 && after.interval()->low > kBackFrom * *before.rate();
}

}  // namespace

GapProof prove(const Share& before, const Share& after, bool was_closed) {
  GapProof proof{.before = before, .after = after};
  proof.interval = newcombe(after, before);
  if (proof.interval) proof.difference = *after.rate() - *before.rate();
  if (after.of < kLeastAfter) return proof;
  proof.verdict = Verdict::undecided;
  if (!proof.interval) return proof;
  if (proof.interval->high < 0)
    proof.verdict = Verdict::closed;
  else if (was_closed && is_back(before, after))
    proof.verdict = Verdict::returned;
  return proof;
}

std::string_view verdict_name(Verdict verdict) {
  return kVerdicts.at(static_cast<std::size_t>(verdict));
}

}  // namespace kb::insights

#include "core/insights/gaps/gap.h"

#include <algorithm>
#include <array>

namespace kb::insights {
namespace {

constexpr std::array<std::string_view, 5> kDiagnoses = {
    "missing", "missing_in_language", "stale_translation", "vocabulary", "unhelpful"};
constexpr std::array<std::string_view, 5> kTrends = {"new", "rising", "steady", "fading", "solved"};

}  // namespace

std::string_view diagnosis_name(Diagnosis diagnosis) {
  return kDiagnoses.at(static_cast<std::size_t>(diagnosis));
}

std::optional<Diagnosis> parse_diagnosis(std::string_view name) {
  const auto* found = std::ranges::find(kDiagnoses, name);
  if (found == kDiagnoses.end()) return std::nullopt;
  return static_cast<Diagnosis>(found - kDiagnoses.begin());
}

std::string_view gap_trend_name(GapTrend trend) {
  return kTrends.at(static_cast<std::size_t>(trend));
}

}  // namespace kb::insights

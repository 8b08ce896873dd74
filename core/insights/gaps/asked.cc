#include "core/insights/gaps/asked.h"

#include <array>

namespace kb::insights {
namespace {

constexpr std::array<std::string_view, kFailures> kFailureNames = {
    "no_results", "no_click",   "reformulated", "fallback", "contact",
    "rejected",   "voted_down", "flagged",      "needed",   "ticket"};

}  // namespace

std::string_view failure_name(Failure failure) {
  return kFailureNames.at(static_cast<std::size_t>(failure));
}

}  // namespace kb::insights

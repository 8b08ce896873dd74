#include "core/insights/gaps/gap_figures.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "core/insights/newcombe.h"
#include "core/insights/rate_test.h"

namespace kb::insights {
namespace {

// By Failure.
constexpr std::array<double, kFailures> kWeights = {1, 0.3, 0.5, 0.7, 1, 1, 1, 1, 1, 1};
// By GapTrend.
constexpr std::array<double, 5> kTrendFactors = {1.25, 1.15, 1, 0.8, 0.3};

constexpr double kWriterBonus = 0.5;
constexpr double kFailingShare = 0.2;
constexpr std::int64_t kDisappointedOf = 20;  // one in so many who asked
constexpr double kLevel = 0.05;
constexpr std::int64_t kRecentDays = 7;
constexpr std::int64_t kLeastRecent = 8;  // askings that say whether it is solved

constexpr std::uint16_t kDisappointments = static_cast<std::uint16_t>(
    1U << static_cast<int>(Failure::contact) | 1U << static_cast<int>(Failure::rejected) |
    1U << static_cast<int>(Failure::voted_down) | 1U << static_cast<int>(Failure::flagged) |
    1U << static_cast<int>(Failure::needed) | 1U << static_cast<int>(Failure::ticket));

struct CustomerSeen {
  double weight = 0;
  bool failed = false;
  bool wrote = false;
  bool disappointed = false;
};

// Of a period: whom it failed on each day, each once.
using FailedOnDay = std::set<std::pair<std::int64_t, std::uint64_t>>;

void note_customers(GapFigures& figures,
                    const std::unordered_map<std::uint64_t, CustomerSeen>& seen) {
  std::vector<double> weights;  // added up in an order of their own, so that sums are the same
  for (const auto& [who, customer] : seen) {
    figures.customers += customer.failed ? 1 : 0;
    figures.writers += customer.wrote ? 1 : 0;
    figures.disappointed += customer.disappointed ? 1 : 0;
    if (customer.weight > 0) weights.push_back(customer.weight);
  }
  figures.askers = static_cast<std::int64_t>(seen.size());
  std::ranges::sort(weights);
  for (const double weight : weights) figures.weight += weight;
}

bool is_solved(const GapFigures& figures) {
  if (figures.recent.of < kLeastRecent) return false;
  const auto change = newcombe(figures.recent, figures.earlier);
  return change && change->high < 0 && figures.recent.rate().value_or(1) < kFailingShare;
}

}  // namespace

double failure_weight(std::uint16_t failures) {
  double weight = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i)
    if ((failures >> i & 1) != 0) weight = std::max(weight, kWeights[i]);
  return weight;
}

GapFigures figures_of(AskingRow askings, const GapWindow& window) {
  GapFigures figures;
  figures.by_day.resize(static_cast<std::size_t>(window.days()));
  std::unordered_map<std::uint64_t, CustomerSeen> seen;
  std::set<std::uint64_t> failed_before;
  FailedOnDay failed_on;
  const std::int64_t recent_from = std::max(window.from, window.until - kRecentDays);
  for (const Asking* asking : askings) {
    if (asking->day < window.before || asking->day >= window.until) continue;
    const bool is_failed = asking->failures != 0;
    (asking->day >= recent_from ? figures.recent : figures.earlier).add(is_failed);
    if (asking->day < window.from) {
      if (is_failed) failed_before.insert(asking->who);
      continue;
    }
    const double weight = failure_weight(asking->failures);
    figures.failures.add(is_failed);
    figures.weight_of_askings += weight;
    CustomerSeen& customer = seen[asking->who];
    customer.weight = std::max(customer.weight, weight);
    customer.failed |= is_failed;
    customer.wrote |= is_failed && asking->ticket != kNothing;
    customer.disappointed |= (asking->failures & kDisappointments) != 0;
    if (is_failed) failed_on.emplace(asking->day, asking->who);
  }
  note_customers(figures, seen);
  figures.customers_before = static_cast<std::int64_t>(failed_before.size());
  for (const auto& [day, who] : failed_on)
    ++figures.by_day[static_cast<std::size_t>(day - window.from)];
  return figures;
}

bool is_gap(const GapFigures& figures, int least_customers) {
  if (figures.customers < std::max(1, least_customers)) return false;
  if (figures.weight_of_askings >= kFailingShare * static_cast<double>(figures.failures.of))
    return true;
  return figures.disappointed >= std::max(1, least_customers) &&
         figures.disappointed * kDisappointedOf >= figures.askers;
}

GapTrend trend_of(const GapFigures& figures, const GapWindow& window, bool is_new) {
  if (figures.customers == 0 || is_solved(figures)) return GapTrend::solved;
  if (is_new && window.knows_history) return GapTrend::fresh;
  if (!window.knows_before) return GapTrend::steady;
  if (rate_change_p(figures.customers, figures.customers_before) >= kLevel) return GapTrend::steady;
  return figures.customers > figures.customers_before ? GapTrend::rising : GapTrend::fading;
}

double rank_of(const GapFigures& figures, GapTrend trend) {
  return figures.weight * kTrendFactors.at(static_cast<std::size_t>(trend)) +
         kWriterBonus * static_cast<double>(figures.writers);
}

}  // namespace kb::insights

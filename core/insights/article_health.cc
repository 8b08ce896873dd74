#include "core/insights/article_health.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/insights/newcombe.h"

namespace kb::insights {
namespace {

constexpr std::array kReasonNames = {
    std::pair{HealthReason::broken_links, std::string_view("broken_links")},
    std::pair{HealthReason::flagged, std::string_view("flagged")},
    std::pair{HealthReason::leads_to_contact, std::string_view("leads_to_contact")},
    std::pair{HealthReason::falling, std::string_view("falling")},
    std::pair{HealthReason::outdated, std::string_view("outdated")},
    std::pair{HealthReason::never_found, std::string_view("never_found")},
    std::pair{HealthReason::never_read, std::string_view("never_read")},
};

bool says_something(const Share& share) {
  return share.of >= kLeastAsked;
}

bool is_above(const Share& one, const Share& other) {
  const auto difference = newcombe(one, other);
  return difference && difference->low > 0;
}

class Examination {
 public:
  explicit Examination(const HealthWish& wish) : wish_(wish) {}

  std::vector<HealthFinding> findings() {
    if (wish_.broken_links > 0) add({HealthReason::broken_links, wish_.broken_links});
    if (wish_.flags > 0) add({HealthReason::flagged, wish_.flags});
    look_at_contact();
    look_at_votes();
    if (wish_.age_days && *wish_.age_days >= kOutdatedDays && wish_.use.views > 0)
      add({HealthReason::outdated, *wish_.age_days});
    look_at_finding();
    look_at_reading();
    return std::move(findings_);
  }

 private:
  void add(const HealthFinding& finding) { findings_.push_back(finding); }

  void look_at_contact() {
    const Share own = wish_.use.contact();
    const Share others = wish_.others.contact();
    if (!says_something(own) || !says_something(others) || !is_above(own, others)) return;
    add({HealthReason::leads_to_contact, own.count, own, others});
  }

  void look_at_votes() {
    const Share now = wish_.use.votes();
    const Share before = wish_.before.votes();
    if (!says_something(now) || !says_something(before) || !is_above(before, now)) return;
    add({HealthReason::falling, now.of - now.count, now, before});
  }

  void look_at_finding() {
    if (!is_known_long_enough() || !wish_.is_findable || wish_.use.clicks > 0) return;
    if (wish_.use.shown >= kLeastAsked || wish_.use.visitors >= kLeastAsked)
      add({HealthReason::never_found, wish_.use.shown});
  }

  // An article that is younger than the days looked at has not had its chance.
  void look_at_reading() {
    const bool is_new = wish_.age_days && *wish_.age_days < kHealthDays;
    if (is_known_long_enough() && !is_new && wish_.use.views == 0)
      add({HealthReason::never_read, kHealthDays});
  }

  bool is_known_long_enough() const { return wish_.known_days.value_or(0) >= kHealthDays; }

  const HealthWish& wish_;
  std::vector<HealthFinding> findings_;
};

}  // namespace

std::string_view health_reason_name(HealthReason reason) {
  return std::ranges::find(kReasonNames, reason, &decltype(kReasonNames)::value_type::first)
      ->second;
}

std::optional<HealthReason> parse_health_reason(std::string_view name) {
  const auto found =
      std::ranges::find(kReasonNames, name, &decltype(kReasonNames)::value_type::second);
  if (found == kReasonNames.end()) return std::nullopt;
  return found->first;
}

std::vector<HealthFinding> article_health(const HealthWish& wish) {
  return Examination(wish).findings();
}

}  // namespace kb::insights

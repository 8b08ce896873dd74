// Which articles want work, and why: what customers' use of an article, its age and its links say.
//
//   HealthWish wish{.use = now, .before = earlier, .others = site, .age_days = 500};
//   for (const HealthFinding& finding : article_health(wish)) …   // {outdated, .count = 500}
//
// A share counts only where it differs from what it is held against with 95 % confidence
// (newcombe.h), and from kLeastAsked on. What was not looked at for long enough is not found
// wanting. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/insights/article_use.h"

namespace kb::insights {

enum class HealthReason {
  broken_links,      // leads to articles that are not there (any more)
  flagged,           // the team says that something is wrong
  leads_to_contact,  // more of its readers than of other articles' went on to contact support
  falling,           // fewer find it helpful than before
  outdated,          // untouched for long, and read
  never_found,       // read, or shown by searches, but never clicked in one
  never_read,
};

std::string_view health_reason_name(HealthReason reason);
std::optional<HealthReason> parse_health_reason(std::string_view name);

inline constexpr std::int64_t kHealthDays = 90;     // that are looked at, and as many before
inline constexpr std::int64_t kOutdatedDays = 365;  // without a change
inline constexpr std::int64_t kLeastAsked = 10;  // votes, visitors or searches that say something

struct HealthWish {
  ArticleUse use = {};                          // in the last kHealthDays
  ArticleUse before = {};                       // in as many before
  ArticleUse others = {};                       // all other articles' in this language, the last
  std::optional<std::int64_t> age_days = {};    // since it was changed; nothing: not known
  std::optional<std::int64_t> known_days = {};  // how long reading has been counted
  std::int64_t flags = 0;
  std::int64_t broken_links = 0;
  bool is_findable = true;  // false: unlisted, no search is to find it
};

struct HealthFinding {
  HealthReason reason = HealthReason::outdated;
  std::int64_t count = 0;         // days, searches, flags or links
  std::optional<Share> now = {};  // of its readers
  std::optional<Share> held_against = {};

  bool operator==(const HealthFinding&) const = default;
};

std::vector<HealthFinding> article_health(const HealthWish& wish);

}  // namespace kb::insights

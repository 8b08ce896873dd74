// What a customer did before writing to the team: searched, read, voted. It travels with them, from
// page to page, and with their ticket if they wish; nobody looks it up by who they are.
//
//   Trail trail = center.events->trail_of(request);            // empty where none came along
//   trail.add({TrailStep::Kind::searched, "pl", "zwrot kosztów"});
//   url = … + "t=" + center.events->seal(trail);               // only this server reads it
//   trail_json(trail)                                          // as tickets keep it
//
// The newest kLongestTrail steps are kept, a step like the one before is not repeated. Plain
// values.

#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb {

inline constexpr std::size_t kLongestTrail = 12;
inline constexpr std::chrono::hours kTrailLifetime{2};  // since its newest step

struct TrailStep {
  // By name in JSON: "searched", "read", "helped", "not_helped", "suggested".
  enum class Kind { searched, read, helped, not_helped, suggested };

  Kind kind = Kind::searched;
  std::string lang = {};
  std::string what = {};  // a redacted query, or an article's id

  bool operator==(const TrailStep&) const = default;
};

struct Trail {
  std::string from = {};      // the product's page where they came from; may be empty
  std::string query_id = {};  // of the newest search
  std::vector<TrailStep> steps = {};
  Time at = {};  // of the newest step; none: a step came since it was sealed

  bool empty() const { return from.empty() && steps.empty(); }
  void add(TrailStep step);
  // Articles that were read or did not help: not to be suggested again. "pl/billing/refund"
  std::vector<std::string> rejected() const;

  bool operator==(const Trail&) const = default;
};

std::string trail_json(const Trail& trail);
Result<Trail> parse_trail(std::string_view json);

}  // namespace kb

#include "core/redact/candidate.h"

#include <algorithm>
#include <tuple>

namespace kb::redact {
namespace {

bool is_secret(Kind kind) {
  return kind == Kind::password || kind == Kind::token || kind == Kind::url;
}

bool overlap(const Candidate& a, const Candidate& b) {
  return a.begin < b.end && b.begin < a.end;
}

bool contains(const Candidate& outer, const Candidate& inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end &&
         outer.end - outer.begin > inner.end - inner.begin;
}

// Best first.
bool better(const Candidate& a, const Candidate& b) {
  const auto rank = [](const Candidate& c) {
    return std::tuple(-static_cast<int>(c.certainty), -static_cast<long>(c.end - c.begin), c.begin,
                      c.kind);
  };
  if (is_secret(a.kind) && contains(a, b)) return true;
  if (is_secret(b.kind) && contains(b, a)) return false;
  if (is_secret(a.kind) != is_secret(b.kind) && a.certainty == b.certainty)
    return is_secret(a.kind);
  return rank(a) < rank(b);
}

// Groups of candidates that overlap, directly or through others, are settled one by one.
void settle_group(Candidates& group, Candidates& settled) {
  while (!group.empty()) {
    const auto best = *std::ranges::min_element(
        group, [](const Candidate& a, const Candidate& b) { return better(a, b); });
    settled.push_back(best);
    Candidates left;
    for (const Candidate& other : group) {
      if (!overlap(other, best)) left.push_back(other);
      if (!overlap(other, best) || !is_secret(other.kind)) continue;
      if (other.begin < best.begin)
        left.push_back({other.begin, best.begin, other.kind, other.certainty});
      if (other.end > best.end) left.push_back({best.end, other.end, other.kind, other.certainty});
    }
    group = std::move(left);
  }
}

}  // namespace

void settle(Candidates& candidates) {
  const auto by_place = [](const Candidate& a, const Candidate& b) {
    return std::tuple(a.begin, a.end, a.kind) < std::tuple(b.begin, b.end, b.kind);
  };
  std::ranges::sort(candidates, by_place);
  Candidates settled, group;
  std::size_t group_end = 0;
  for (const Candidate& candidate : candidates) {
    if (!group.empty() && candidate.begin >= group_end) settle_group(group, settled);
    if (group.empty()) group_end = 0;
    group.push_back(candidate);
    group_end = std::max(group_end, candidate.end);
  }
  settle_group(group, settled);
  std::ranges::sort(settled, by_place);
  candidates = std::move(settled);
}

}  // namespace kb::redact

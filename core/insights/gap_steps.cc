#include "core/insights/gap_steps.h"

#include <algorithm>
#include <map>
#include <optional>

namespace kb::insights {
namespace {

using store::GapState;

struct Turn {
  Time day;  // as periods are written
  bool is_closed = false;
};

bool is_closed(GapState state) {
  return state == GapState::verified || state == GapState::wont_fix;
}

class GapCounter {
 public:
  GapCounter(const std::vector<Period>& steps, const text::Calendar& calendar)
      : steps_(steps), calendar_(calendar), counts_(steps.size()) {}

  Time day(Time moment) const { return Time{std::chrono::days{calendar_.day_of(moment)}}; }

  // `turns` in order; no two that follow one another say the same.
  void add(const store::Gap& gap, const std::vector<Turn>& turns) {
    count(day(gap.created), &GapStep::found);
    if (gap.published) count(day(*gap.published), &GapStep::published);
    for (const auto& turn : turns)
      if (turn.is_closed) count(turn.day, &GapStep::closed);
    for (std::size_t i = 0; i < steps_.size(); ++i)
      if (is_open(gap, turns, steps_[i].until)) ++counts_[i].open;
  }

  std::vector<GapStep> counts() && { return std::move(counts_); }

 private:
  void count(Time day, std::int64_t GapStep::*member) {
    if (const auto step = step_of(steps_, day)) ++(counts_[*step].*member);
  }

  bool is_open(const store::Gap& gap, const std::vector<Turn>& turns, Time until) const {
    if (day(gap.created) >= until) return false;
    bool is_closed = false;
    for (const auto& turn : turns)
      if (turn.day < until) is_closed = turn.is_closed;
    return !is_closed;
  }

  const std::vector<Period>& steps_;
  const text::Calendar& calendar_;
  std::vector<GapStep> counts_;
};

// When gaps were closed and opened again, by their number.
std::map<std::int64_t, std::vector<Turn>> turns_of(std::span<const store::Gap> gaps,
                                                   std::span<const store::GapChange> changes,
                                                   const GapCounter& counter) {
  std::vector<const store::GapChange*> in_order;
  for (const auto& change : changes)
    if (change.what == "state") in_order.push_back(&change);
  std::ranges::stable_sort(in_order, {}, &store::GapChange::at);
  std::map<std::int64_t, std::vector<Turn>> turns;
  const auto turn = [&](std::int64_t gap, Time at, bool closed) {
    auto& known = turns[gap];
    const bool was_closed = !known.empty() && known.back().is_closed;
    if (closed != was_closed) known.push_back({counter.day(at), closed});
  };
  for (const auto* change : in_order)
    if (const auto state = store::parse_gap_state(change->after))
      turn(change->gap, change->at, is_closed(*state));
  // A proof closes a gap with a line of its own kind.
  for (const auto& gap : gaps)
    if (gap.state == GapState::verified && gap.verified) turn(gap.id, *gap.verified, true);
  return turns;
}

}  // namespace

std::vector<GapStep> gap_steps(std::span<const store::Gap> gaps,
                               std::span<const store::GapChange> changes,
                               const std::vector<Period>& steps, const text::Calendar& calendar) {
  GapCounter counter(steps, calendar);
  const auto turns = turns_of(gaps, changes, counter);
  for (const auto& gap : gaps) {
    const auto found = turns.find(gap.id);
    counter.add(gap, found == turns.end() ? std::vector<Turn>() : found->second);
  }
  return std::move(counter).counts();
}

}  // namespace kb::insights

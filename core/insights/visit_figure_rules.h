// Every figure of visits: how it is called, what it is made from, what it means, and what to do
// about it. Reports, the API and docs/insights.md say what stands here; the page translates it.
//
//   for (const FigureRule& rule : figure_rules()) … rule.name, rule.definition
//   find_figure_rule("zero_result_rate")->numerator      // {Counter::zero_results}
//
// A value is the sum of the numerators (÷ that of the denominators, × scale). Names are a contract
// with programs that read reports: one that was given out is never renamed. Immutable.

#pragma once

#include <array>
#include <initializer_list>
#include <span>
#include <string_view>

#include "core/insights/counter.h"

namespace kb::insights {

// The table that a figure stands in.
enum class FigureGroup { visits, search, contact, answers, surveys, articles };

enum class FigureUnit {
  count,
  share,        // of a whole, with its interval
  rate,         // of something that is not its whole: above 1 is possible
  points,       // a mean of marks or ranks
  share_range,  // from a lower share to an upper
  difference,   // of two shares
  money_range,
};

std::string_view figure_group_name(FigureGroup group);
std::string_view figure_unit_name(FigureUnit unit);

// Up to six counters that are added.
class CounterSum {
 public:
  constexpr CounterSum() = default;
  constexpr CounterSum(std::initializer_list<Counter> counters) : size_(counters.size()) {
    std::size_t i = 0;
    for (const Counter counter : counters) counters_.at(i++) = counter;
  }
  constexpr const Counter* begin() const { return counters_.data(); }
  constexpr const Counter* end() const { return counters_.data() + size_; }
  constexpr bool empty() const { return size_ == 0; }

 private:
  std::array<Counter, 6> counters_ = {};
  std::size_t size_ = 0;
};

struct FigureRule {
  std::string_view name;
  std::string_view label;
  std::string_view definition;
  std::string_view leads_to;  // the work that it leads to
  FigureGroup group = FigureGroup::visits;
  FigureUnit unit = FigureUnit::count;
  CounterSum numerator = {};
  CounterSum denominator = {};
  CounterSum upper = {};  // of a range: the numerator of its upper end
  double scale = 1;
  bool is_main = false;  // stands in series and breakdowns, too
};

std::span<const FigureRule> figure_rules();
const FigureRule* find_figure_rule(std::string_view name);

}  // namespace kb::insights

#include "core/insights/visit_sums.h"

#include <algorithm>
#include <array>

#include "core/base/nearest_key.h"
#include "core/insights/period_tickets.h"
#include "core/insights/rollup_refresh.h"
#include "core/store/rollup_table.h"

namespace kb::insights {
namespace {

constexpr std::array<std::string_view, 4> kVisitDimensions = {"lang", "category", "article",
                                                              "channel"};

std::int64_t number_of(Time day) {
  return std::chrono::floor<std::chrono::days>(day).time_since_epoch().count();
}

store::DayRange days_of(const Period& period) {
  return {number_of(period.from), number_of(period.until) - 1};
}

// From the calendar's first second of the first day to that after the last.
Period moments_of(const Period& period, const text::Calendar& calendar) {
  return {calendar.begin_of(number_of(period.from)), calendar.begin_of(number_of(period.until))};
}

class Adder {
 public:
  Adder(const VisitWish& wish, VisitSums& sums)
      : wish_(wish), sums_(sums), now_(days_of(wish.period)) {
    const auto steps = split(wish.period, wish.cut());
    sums_.steps.resize(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i)
      step_of_day_.insert(step_of_day_.end(), static_cast<std::size_t>(days(steps[i])), i);
  }

  void add_site(const store::RollupCell& cell) {
    note_day(cell.day);
    const auto slot = slots_.find(cell.counter);
    if (!slot || !is_chosen(cell.lang, wish_.lang) || !is_chosen(cell.category, wish_.category))
      return;
    const bool is_now = cell.day >= now_.from;
    part(sums_.all, is_now).add(*slot, cell.value);
    if (is_now)
      sums_.steps[step_of_day_[static_cast<std::size_t>(cell.day - now_.from)]].add(*slot,
                                                                                    cell.value);
    if (const auto* group = group_of(cell))
      part(sums_.groups[*group], is_now).add(*slot, cell.value);
    if (*slot == static_cast<std::size_t>(Counter::tickets_submitted))
      part(sums_.channels[cell.channel], is_now) += cell.value;
  }

  void add_article(const store::RollupCell& cell) {
    if (!is_chosen(cell.category, wish_.category)) return;
    if (!wish_.lang.empty() && !cell.object.starts_with(wish_.lang + "/")) return;
    add_few(sums_.articles[cell.object], cell);
  }

  // Of the period itself.
  void add_query(const store::RollupCell& cell) {
    if (is_chosen(cell.lang, wish_.lang)) queries_.add(cell);
  }

  TopQueries top_queries() const { return queries_.top(wish_.shown_from); }

 private:
  static bool is_chosen(const std::string& is, const std::string& wanted) {
    return wanted.empty() || is == wanted;
  }

  template <class T>
  static T& part(NowAndBefore<T>& both, bool is_now) {
    return is_now ? both.now : both.before;
  }

  void note_day(std::int64_t day) {
    if (!sums_.first_day || day < *sums_.first_day) sums_.first_day = day;
  }

  void add_few(NowAndBefore<FewCounts>& both, const store::RollupCell& cell) const {
    if (const auto slot = slots_.find(cell.counter))
      part(both, cell.day >= now_.from).add(*slot, cell.value);
  }

  const std::string* group_of(const store::RollupCell& cell) const {
    if (!wish_.by) return nullptr;
    switch (*wish_.by) {
      case VisitDimension::lang:
        return &cell.lang;
      case VisitDimension::category:
        return &cell.category;
      case VisitDimension::channel:
        return cell.counter == counter_name(Counter::tickets_submitted) ? &cell.channel : nullptr;
      case VisitDimension::article:
        return nullptr;
    }
    return nullptr;
  }

  const VisitSlots slots_;
  const VisitWish& wish_;
  VisitSums& sums_;
  const store::DayRange now_;
  std::vector<std::size_t> step_of_day_;
  QuerySums queries_;
};

std::vector<PartOfSums> parts_of(const VisitWish& wish) {
  std::vector<PartOfSums> wanted = {{kSitePart, days_of(wish)}};
  if (wish.by == VisitDimension::article) wanted.push_back({kArticlePart, days_of(wish)});
  if (wish.category.empty()) wanted.push_back({kQueryPart, days_of(wish.period)});
  return wanted;
}

Result<void> read_days(store::Sql& sql, const VisitWish& wish, VisitSums& sums) {
  const auto state = sums_state(sql, days_of(wish));
  if (!state) return fail(state.error());
  Adder adder(wish, sums);
  const auto add = [&](const store::RollupCell& cell) -> Result<void> {
    if (cell.part == kSitePart) adder.add_site(cell);
    if (cell.part == kArticlePart) adder.add_article(cell);
    if (cell.part == kQueryPart) adder.add_query(cell);
    return {};
  };
  if (auto done = read_sums(sql, *state, parts_of(wish), add); !done) return done;
  sums.queries = adder.top_queries();
  return add_searches_before(sql, *state, days_of(previous(wish.period)), sums.queries);
}

}  // namespace

std::string_view visit_dimension_name(VisitDimension dimension) {
  return kVisitDimensions.at(static_cast<std::size_t>(dimension));
}

Result<VisitDimension> parse_visit_dimension(std::string_view name) {
  const auto found = std::find(kVisitDimensions.begin(), kVisitDimensions.end(), name);
  if (found == kVisitDimensions.end())
    return fail("no figures by '" + std::string(name.substr(0, 60)) + "'", {},
                nearest_key(name, {kVisitDimensions.begin(), kVisitDimensions.end()}));
  return static_cast<VisitDimension>(found - kVisitDimensions.begin());
}

store::DayRange days_of(const VisitWish& wish) {
  return {days_of(previous(wish.period)).from, days_of(wish.period).to};
}

Result<VisitSums> read_visit_sums(store::Sql& sql, const VisitWish& wish) {
  VisitSums sums;
  const auto first = store::first_rollup_day(sql);
  if (!first) return fail(first.error());
  sums.first_day = *first;
  if (auto done = read_days(sql, wish, sums); !done) return fail(done.error());
  if (auto done = read_ticket_sums(sql, wish, sums); !done) return fail(done.error());
  return sums;
}

Result<void> read_ticket_sums(store::Sql& sql, const VisitWish& wish, VisitSums& sums) {
  if (!wish.category.empty()) return {};
  sums.customers.emplace();
  sums.linked.emplace();
  const auto count = [&](const Period& days, std::int64_t& customers,
                         Share& linked) -> Result<void> {
    const auto moments = moments_of(days, wish.calendar);
    const auto counted = count_customers(sql, moments, wish.lang);
    if (!counted) return fail(counted.error());
    customers = *counted;
    const auto share = share_linked(sql, moments, wish.lang);
    if (!share) return fail(share.error());
    linked = *share;
    return {};
  };
  if (auto done = count(wish.period, sums.customers->now, sums.linked->now); !done) return done;
  return count(previous(wish.period), sums.customers->before, sums.linked->before);
}

}  // namespace kb::insights

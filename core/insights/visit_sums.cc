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
      : wish_(wish),
        sums_(sums),
        now_(days_of(wish.period)),
        before_(days_of(previous(wish.period))) {
    const auto steps = split(wish.period, wish.cut());
    sums_.steps.resize(steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i)
      step_of_day_.insert(step_of_day_.end(), static_cast<std::size_t>(days(steps[i])), i);
  }

  store::DayRange both() const { return {before_.from, now_.to}; }
  store::DayRange now() const { return now_; }
  store::DayRange before() const { return before_; }

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

  // Of the period itself. One query's cells come one after the other: it is looked up once.
  void add_query(const store::RollupCell& cell) {
    if (!is_chosen(cell.lang, wish_.lang)) return;
    if (!query_ || cell.object != query_text_ || cell.lang != query_lang_) {
      query_ = &sums_.queries[query_key(cell.lang, cell.object)];
      query_text_ = cell.object;
      query_lang_ = cell.lang;
    }
    add_few(*query_, cell);
  }

  // Of the period before: only how often the same was searched for.
  void add_query_before(const store::RollupCell& cell) {
    if (cell.counter != counter_name(Counter::searches)) return;
    const auto found = sums_.queries.find(query_key(cell.lang, cell.object));
    if (found != sums_.queries.end()) add_few(found->second, cell);
  }

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
  const store::DayRange before_;
  std::vector<std::size_t> step_of_day_;
  NowAndBefore<FewCounts>* query_ = nullptr;  // the last that was added to
  std::string query_text_;
  std::string query_lang_;
};

struct Reading {
  std::string_view part;
  store::DayRange days;
  void (Adder::*add)(const store::RollupCell&);
};

Result<void> read(store::Sql& sql, Adder& adder, const Reading& reading) {
  return read_sums(sql, reading.days, reading.part,
                   [&](const store::RollupCell& cell) -> Result<void> {
                     (adder.*reading.add)(cell);
                     return {};
                   });
}

// What a report needs, in this order: add_query_before() knows which queries matter.
std::vector<Reading> readings(const Adder& adder, const VisitWish& wish) {
  std::vector<Reading> wanted = {{kSitePart, adder.both(), &Adder::add_site}};
  if (wish.by == VisitDimension::article)
    wanted.push_back({kArticlePart, adder.both(), &Adder::add_article});
  if (!wish.category.empty()) return wanted;  // a query has none
  wanted.push_back({kQueryPart, adder.now(), &Adder::add_query});
  wanted.push_back({kQueryPart, adder.before(), &Adder::add_query_before});
  return wanted;
}

// What is not in the daily sums: the tickets themselves.
Result<void> read_tickets(store::Sql& sql, const VisitWish& wish, VisitSums& sums) {
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

std::string query_key(std::string_view lang, std::string_view query) {
  return std::string(lang) + "\n" + std::string(query);
}

std::pair<std::string, std::string> split_query_key(std::string_view key) {
  const auto end = std::min(key.find('\n'), key.size());
  return {std::string(key.substr(0, end)), std::string(key.substr(std::min(end + 1, key.size())))};
}

Result<VisitSums> read_visit_sums(store::Sql& sql, const VisitWish& wish) {
  VisitSums sums;
  Adder adder(wish, sums);
  const auto first = store::first_rollup_day(sql);
  if (!first) return fail(first.error());
  sums.first_day = *first;
  for (const Reading& reading : readings(adder, wish))
    if (auto done = read(sql, adder, reading); !done) return fail(done.error());
  if (auto done = read_tickets(sql, wish, sums); !done) return fail(done.error());
  return sums;
}

}  // namespace kb::insights

#include "core/insights/visit_report.h"

#include <algorithm>

#include "core/base/date.h"
#include "core/insights/visit_stations.h"

namespace kb::insights {
namespace {

Time day_begin(std::int64_t day) {
  return Time{std::chrono::days{day}};
}

// Today, as the site's calendar has it, in the way periods are written.
Time today(const VisitWish& wish) {
  return day_begin(wish.calendar.day_of(wish.now));
}

// What sets each group in order; the most important figure of what it holds.
double size_of(const VisitGroupRow& row) {
  return row.figures.empty() ? 0 : row.figures.front().now.value.value_or(0);
}

class VisitReporter {
 public:
  VisitReporter(const VisitSums& sums, const VisitWish& wish) : sums_(sums), wish_(wish) {
    if (!sums.first_day) return;
    first_day_ = day_begin(*sums.first_day);
    is_known_ = wish.period.until > *first_day_ && wish.period.from <= today(wish);
    compares_ = is_known_ && previous(wish.period).from >= *first_day_;
  }

  VisitReport report() const {
    VisitReport report{.period = wish_.period,
                       .before = previous(wish_.period),
                       .time_zone = wish_.calendar.zone(),
                       .now = wish_.now,
                       .first_day = first_day_,
                       .is_known = is_known_,
                       .is_running = wish_.period.until > today(wish_),
                       .compares = compares_,
                       .lang = wish_.lang,
                       .category = wish_.category,
                       .currency = wish_.currency,
                       .shown_from = wish_.shown_from,
                       .step = wish_.cut(),
                       .by = wish_.by};
    report.notes = notes();
    report.figures = figures();
    const VisitCounts* now = is_known_ ? &sums_.all.now : nullptr;
    const VisitCounts* before = compares_ ? &sums_.all.before : nullptr;
    report.funnel = funnel_of(now, before);
    report.entries = entries_of(now, before);
    report.searches_to_answer = searches_to_answer_of(now, before);
    if (!is_known_) return report;
    report.series = series();
    report.groups = wish_.by == VisitDimension::article ? article_rows() : group_rows();
    report.channels = channels();
    add_queries(report);
    return report;
  }

 private:
  std::vector<std::string> notes() const {
    if (!first_day_) return {"nothing has happened yet"};
    std::vector<std::string> notes;
    const std::string first = iso_date(*first_day_);
    if (wish_.period.from > today(wish_))
      notes.emplace_back("the period has not begun");
    else if (wish_.period.until > today(wish_))
      notes.emplace_back("the period is not over: its last days are not complete");
    if (!is_known_ && wish_.period.from <= today(wish_))
      notes.push_back("the first event is of " + first + ": there is nothing of this period");
    else if (wish_.period.from < *first_day_)
      notes.push_back("the first event is of " + first + ", after the period began");
    if (is_known_ && !compares_)
      notes.push_back("nothing to compare with: the first event is of " + first +
                      ", the period before begins on " + iso_date(previous(wish_.period).from));
    if (!wish_.category.empty())
      notes.emplace_back(
          "a session has the category of what it first read or opened; queries, and customers with "
          "tickets, are not told by category");
    return notes;
  }

  std::optional<Measured> measured(const VisitCounts& counts, bool is_known) const {
    if (!is_known) return std::nullopt;
    return Measured{
        .counts = counts, .customers = {}, .linked = {}, .cost_per_ticket = wish_.cost_per_ticket};
  }

  // With what only the whole has.
  std::optional<Measured> measured_now() const {
    auto all = measured(sums_.all.now, is_known_);
    if (all && sums_.customers) all->customers = sums_.customers->now;
    if (all && sums_.linked) all->linked = sums_.linked->now;
    return all;
  }
  std::optional<Measured> measured_before() const {
    auto all = measured(sums_.all.before, compares_);
    if (all && sums_.customers) all->customers = sums_.customers->before;
    if (all && sums_.linked) all->linked = sums_.linked->before;
    return all;
  }

  std::vector<ComparedVisitFigure> figures() const {
    std::vector<ComparedVisitFigure> figures;
    for (const FigureRule& rule : figure_rules()) {
      if (rule.group == FigureGroup::articles) continue;
      if (rule.unit == FigureUnit::money_range && wish_.cost_per_ticket <= 0) continue;
      figures.push_back({measure(rule, measured_now()), measure(rule, measured_before())});
    }
    return figures;
  }

  std::vector<SeriesRow> series() const {
    std::vector<SeriesRow> rows;
    const auto steps = split(wish_.period, wish_.cut());
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const bool is_known = steps[i].until > *first_day_ && steps[i].from <= today(wish_);
      SeriesRow& row = rows.emplace_back(SeriesRow{steps[i], {}});
      for (const FigureRule& rule : figure_rules())
        if (rule.is_main) row.figures.push_back(measure(rule, measured(sums_.steps[i], is_known)));
    }
    return rows;
  }

  template <class Chosen>
  VisitGroupRow group_row(const std::string& name, const VisitCounts& now,
                          const VisitCounts& before, const Chosen& is_chosen) const {
    VisitGroupRow row{name, {}};
    for (const FigureRule& rule : figure_rules())
      if (is_chosen(rule))
        row.figures.push_back(
            {measure(rule, measured(now, is_known_)), measure(rule, measured(before, compares_))});
    return row;
  }

  static void largest_first(std::vector<VisitGroupRow>& rows) {
    std::sort(rows.begin(), rows.end(), [](const VisitGroupRow& a, const VisitGroupRow& b) {
      return size_of(a) != size_of(b) ? size_of(a) > size_of(b) : a.name < b.name;
    });
  }

  std::vector<VisitGroupRow> group_rows() const {
    const bool by_channel = wish_.by == VisitDimension::channel;
    std::vector<VisitGroupRow> rows;
    for (const auto& [name, counts] : sums_.groups)
      rows.push_back(group_row(name, counts.now, counts.before, [&](const FigureRule& rule) {
        return by_channel ? rule.name == "tickets_submitted" : rule.is_main;
      }));
    largest_first(rows);
    return rows;
  }

  std::vector<VisitGroupRow> article_rows() const {
    std::vector<VisitGroupRow> rows;
    for (const auto& [name, counts] : sums_.articles)
      rows.push_back(
          group_row(name, counts.now.all(), counts.before.all(),
                    [](const FigureRule& rule) { return rule.group == FigureGroup::articles; }));
    largest_first(rows);
    return rows;
  }

  std::vector<ChannelRow> channels() const {
    std::vector<ChannelRow> rows;
    for (const auto& [name, tickets] : sums_.channels)
      rows.push_back({name, tickets.now, compares_ ? std::optional(tickets.before) : std::nullopt});
    std::stable_sort(rows.begin(), rows.end(), [](const ChannelRow& a, const ChannelRow& b) {
      return a.tickets > b.tickets;
    });
    return rows;
  }

  std::vector<QueryRow> compared(std::vector<QueryRow> rows) const {
    if (!compares_)
      for (auto& row : rows) row.before.reset();
    return rows;
  }

  void add_queries(VisitReport& report) const {
    report.top_queries = compared(sums_.queries.searched);
    report.failing_queries = compared(sums_.queries.failing);
    report.hidden_queries = sums_.queries.hidden;
  }

  const VisitSums& sums_;
  const VisitWish& wish_;
  std::optional<Time> first_day_;
  bool is_known_ = false;
  bool compares_ = false;
};

}  // namespace

VisitReport report_visits(const VisitSums& sums, const VisitWish& wish) {
  return VisitReporter(sums, wish).report();
}

}  // namespace kb::insights

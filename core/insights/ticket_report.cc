#include "core/insights/ticket_report.h"

#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/base/nearest_key.h"
#include "core/store/ticket_names.h"

namespace kb::insights {
namespace {

constexpr std::array<std::string_view, 4> kDimensions = {"team", "topic", "lang", "plan"};

// Nothing: no ticket has that name.
std::optional<NameId> chosen(const FigureTickets& tickets, const std::string& name) {
  return name.empty() ? std::optional(kNoName) : tickets.find(name);
}

TicketRows rows_of(const FigureTickets& tickets, const ReportWish& wish) {
  auto rows = tickets.rows();
  const auto lang = chosen(tickets, wish.lang);
  const auto topic = chosen(tickets, wish.topic);
  if (!lang || !topic) return {};
  std::erase_if(rows, [&](const FigureTicket* row) {
    return (*lang != kNoName && row->lang != *lang) || (*topic != kNoName && row->topic != *topic);
  });
  return rows;
}

// The periods, and whether tickets tell anything of them.
struct Scope {
  Period period;
  Period before;
  std::optional<Time> data_from;
  std::optional<Time> newest;
  bool is_known = false;
  bool compares = false;
};

Scope scope_of(const TicketRows& tickets, const ReportWish& wish) {
  Scope scope{wish.period, previous(wish.period), {}, {}, false, false};
  if (tickets.empty()) return scope;
  const auto [oldest, newest] = std::minmax_element(
      tickets.begin(), tickets.end(),
      [](const FigureTicket* a, const FigureTicket* b) { return a->created < b->created; });
  scope.data_from = day_of((*oldest)->created);
  scope.newest = (*newest)->created;
  scope.is_known = scope.period.until > *scope.data_from && scope.period.from <= wish.now;
  scope.compares = scope.is_known && scope.before.from >= *scope.data_from;
  return scope;
}

std::vector<std::string> notes_of(const Scope& scope, const ReportWish& wish) {
  if (!scope.data_from) return {"there are no tickets yet"};
  std::vector<std::string> notes;
  const std::string first_day = iso_date(*scope.data_from);
  if (wish.period.from > wish.now)
    notes.emplace_back("the period has not begun");
  else if (wish.period.until > wish.now)
    notes.emplace_back("the period is not over: its last days are not complete");
  if (!scope.is_known && wish.period.from <= wish.now)
    notes.push_back("the first ticket is of " + first_day + ": there is nothing of this period");
  else if (wish.period.from < *scope.data_from)
    notes.push_back("the first ticket is of " + first_day + ", after the period began");
  if (scope.is_known && !scope.compares)
    notes.push_back("nothing to compare with: the first ticket is of " + first_day +
                    ", the period before begins on " + iso_date(scope.before.from));
  return notes;
}

std::vector<ComparedFigure> beside(const std::vector<Figure>& now,
                                   const std::vector<Figure>& before) {
  std::vector<ComparedFigure> both;
  for (std::size_t i = 0; i < now.size(); ++i) both.push_back({now[i], before[i]});
  return both;
}

ComparedFigure compared_share(std::string_view name, std::string_view label, const Share& now,
                              const std::optional<Share>& before) {
  Figure other = share_figure(name, label, before.value_or(Share()));
  if (!before) other.count = other.of = std::nullopt;
  return {share_figure(name, label, now), other};
}

class Reporter {
 public:
  Reporter(const FigureTickets& tickets, const ReportWish& wish)
      : tickets_(tickets),
        wish_(wish),
        rows_(rows_of(tickets, wish)),
        scope_(scope_of(rows_, wish)),
        targets_(wish.targets, tickets),
        history_(rows_) {}

  TicketReport report() const {
    TicketReport report;
    report.period = scope_.period;
    report.before = scope_.before;
    report.now = wish_.now;
    report.data_from = scope_.data_from;
    report.newest = scope_.newest;
    report.lang = wish_.lang;
    report.topic = wish_.topic;
    report.notes = notes_of(scope_, wish_);
    report.figures = figures_of(rows_);
    report.step = step_for(scope_.period);
    report.forecast = forecast_of();
    report.by = wish_.by;
    if (!scope_.is_known) return report;
    const auto steps = split(scope_.period, report.step);
    report.steps = step_rows(steps);
    report.plans = plan_rows();
    report.types = type_rows(steps);
    report.topics = topic_rows(steps);
    report.articles = article_rows();
    report.retention = retention();
    if (wish_.by) report.groups = group_rows(*wish_.by);
    return report;
  }

 private:
  Measuring measuring() const { return {targets_, history_, wish_.now}; }

  std::optional<TicketFigures> now(const TicketRows& rows) const {
    if (!scope_.is_known) return std::nullopt;
    return measure(rows, scope_.period, measuring());
  }
  std::optional<TicketFigures> before(const TicketRows& rows) const {
    if (!scope_.compares) return std::nullopt;
    return measure(rows, scope_.before, measuring());
  }
  std::vector<ComparedFigure> figures_of(const TicketRows& rows) const {
    return beside(list_figures(now(rows)), list_figures(before(rows)));
  }

  std::vector<StepRow> step_rows(const std::vector<Period>& steps) const {
    const auto flows = flow_of(rows_, steps);
    const auto breaches = breaches_of(rows_, targets_, steps, wish_.now);
    const auto times = response_times_of(rows_, steps);
    const auto satisfied = satisfaction_of(rows_, steps);
    std::vector<StepRow> rows;
    for (std::size_t i = 0; i < steps.size(); ++i)
      rows.push_back({steps[i], flows[i], breaches[i], times[i], satisfied[i]});
    return rows;
  }

  std::vector<PlanRow> plan_rows() const {
    const auto kept = promises_by_plan(rows_, targets_, scope_.period, wish_.now);
    const auto earlier = promises_by_plan(rows_, targets_, scope_.before, wish_.now);
    std::vector<PlanRow> rows;
    for (const auto& [plan, promises] : kept) {
      const auto found = earlier.find(plan);
      const auto then = found == earlier.end() ? PromisesKept() : found->second;
      const auto share_then = [&](const Share& share) {
        return scope_.compares ? std::optional(share) : std::nullopt;
      };
      rows.push_back(
          {tickets_.name(plan),
           {compared_share("first_response_within_target", "First response within the target",
                           promises.first_response, share_then(then.first_response)),
            compared_share("resolution_within_target", "Resolution within the target",
                           promises.resolution, share_then(then.resolution))}});
    }
    std::sort(rows.begin(), rows.end(),
              [](const PlanRow& a, const PlanRow& b) { return a.plan < b.plan; });
    return rows;
  }

  std::vector<TrendRow> type_rows(const std::vector<Period>& steps) const {
    std::vector<Sighting> sightings;
    for (const FigureTicket* ticket : rows_)
      sightings.emplace_back(static_cast<std::uint32_t>(ticket->type), ticket->created);
    std::vector<TrendRow> rows;
    for (auto& trend : trends_of(sightings, steps, scope_.compares))
      rows.push_back({std::string(store::ticket_type_name(static_cast<TicketType>(trend.name))),
                      std::move(trend)});
    return rows;
  }

  std::vector<TrendRow> topic_rows(const std::vector<Period>& steps) const {
    std::vector<Sighting> sightings;
    for (const FigureTicket* ticket : rows_)
      if (is_volume(ticket->type)) sightings.emplace_back(ticket->topic, ticket->created);
    std::vector<TrendRow> rows;
    for (auto& trend : trends_of(sightings, steps, scope_.compares))
      rows.push_back({tickets_.name(trend.name), std::move(trend)});
    std::stable_sort(rows.begin(), rows.end(), [](const TrendRow& a, const TrendRow& b) {
      return a.trend.now != b.trend.now ? a.trend.now > b.trend.now : a.name < b.name;
    });
    return rows;
  }

  std::vector<ArticleRow> article_rows() const {
    const auto earlier = link_use_of(rows_, scope_.before).by_article;
    std::vector<ArticleRow> rows;
    for (const auto& [article, count] : link_use_of(rows_, scope_.period).by_article) {
      ArticleRow& row = rows.emplace_back();
      row.article = tickets_.name(article);
      row.now = count;
      const auto found = earlier.find(article);
      if (scope_.compares) row.before = found == earlier.end() ? 0 : found->second;
    }
    std::sort(rows.begin(), rows.end(), [](const ArticleRow& a, const ArticleRow& b) {
      return a.now != b.now ? a.now > b.now : a.article < b.article;
    });
    return rows;
  }

  // From the days up to the period's end of which all is known: no later than that of the newest
  // ticket, and not today.
  Result<Forecast> forecast_of() const {
    if (!scope_.data_from) return fail("there are no tickets yet");
    const Time until =
        std::min({scope_.period.until, day_of(wish_.now), day_of(*scope_.newest) + kDay});
    const auto known = std::max<std::int64_t>(0, (until - *scope_.data_from) / kDay);
    std::vector<double> per_day(static_cast<std::size_t>(known));
    for (const FigureTicket* ticket : rows_)
      if (is_volume(ticket->type) && ticket->created < until)
        ++per_day[static_cast<std::size_t>((ticket->created - *scope_.data_from) / kDay)];
    return kb::insights::forecast(per_day, *scope_.data_from);
  }

  std::vector<ComparedFigure> retention() const {
    const Retention figures = retention_of(rows_, scope_.period, wish_.now);
    const Retention earlier = retention_of(rows_, scope_.before, wish_.now);
    const auto then = [&](const Share& share) {
      return scope_.compares ? std::optional(share) : std::nullopt;
    };
    return {compared_share("renewed_linked", "Renewed, were sent an article",
                           figures.linked.renewed, then(earlier.linked.renewed)),
            compared_share("renewed_others", "Renewed, the others", figures.others.renewed,
                           then(earlier.others.renewed)),
            compared_share("churned_linked", "Left, were sent an article", figures.linked.churned,
                           then(earlier.linked.churned)),
            compared_share("churned_others", "Left, the others", figures.others.churned,
                           then(earlier.others.churned))};
  }

  std::vector<GroupRow> group_rows(Dimension by) const {
    std::map<NameId, TicketRows> groups;
    for (const FigureTicket* ticket : rows_) groups[name_in(*ticket, by)].push_back(ticket);
    std::vector<std::pair<std::int64_t, GroupRow>> sized;
    for (const auto& [name, rows] : groups) {
      const auto figures = now(rows);
      const auto earlier = before(rows);
      if (figures->volume == Volume() && (!earlier || earlier->volume == Volume())) continue;
      sized.emplace_back(
          figures->volume.arrived,
          GroupRow{tickets_.name(name), beside(list_figures(figures), list_figures(earlier))});
    }
    std::sort(sized.begin(), sized.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second.name < b.second.name;
    });
    std::vector<GroupRow> listed;
    for (auto& [size, row] : sized) listed.push_back(std::move(row));
    return listed;
  }

  const FigureTickets& tickets_;
  const ReportWish& wish_;
  const TicketRows rows_;
  const Scope scope_;
  const Targets targets_;
  const CustomerHistory history_;
};

}  // namespace

std::string_view dimension_name(Dimension dimension) {
  return kDimensions.at(static_cast<std::size_t>(dimension));
}

Result<Dimension> parse_dimension(std::string_view name) {
  const auto found = std::find(kDimensions.begin(), kDimensions.end(), name);
  if (found == kDimensions.end())
    return fail("no figures by '" + std::string(name) + "'", {},
                nearest_key(name, {kDimensions.begin(), kDimensions.end()}));
  return static_cast<Dimension>(found - kDimensions.begin());
}

TicketReport report_tickets(const FigureTickets& tickets, const ReportWish& wish) {
  return Reporter(tickets, wish).report();
}

}  // namespace kb::insights

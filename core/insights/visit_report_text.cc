#include "core/insights/visit_report_text.h"

#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/insights/report_words.h"

namespace kb::insights {
namespace {

// Points of a percentage, which have a sign.
std::string points_of(double difference) {
  return (difference > 0 ? "+" : "") + decimal_text(difference * 100, 1) + " points";
}

class Words {
 public:
  explicit Words(const VisitReport& report) : report_(report) {}

  std::string value(const VisitFigure& figure) const {
    if (!figure.value) return std::string(kUnknown);
    const std::string mark = figure.is_small_sample() ? "*" : "";
    const double value = *figure.value;
    switch (figure.rule->unit) {
      case FigureUnit::count:
        return decimal_text(value, 0);
      case FigureUnit::share:
        return percent_text(value) + mark;
      case FigureUnit::rate:
      case FigureUnit::points:
        return decimal_text(value, 2) + mark;
      case FigureUnit::share_range:
        return percent_text(value) + " to " + percent_text(*figure.upper) + mark;
      case FigureUnit::difference:
        return points_of(value);
      case FigureUnit::money_range:
        return decimal_text(value, 0) + " to " + decimal_text(*figure.upper, 0) + " " +
               report_.currency;
    }
    return {};
  }

  static std::string counts(const VisitFigure& figure) {
    if (!figure.of) return figure.reason;
    std::string text = figure.count ? std::to_string(*figure.count) : "";
    if (figure.upper_count) text += " to " + std::to_string(*figure.upper_count);
    return text + (text.empty() ? "of " : " of ") + std::to_string(*figure.of);
  }

  static std::string interval(const VisitFigure& figure) {
    if (!figure.interval) return "";
    const auto& [low, high] = *figure.interval;
    return figure.rule->unit == FigureUnit::difference
               ? points_of(low) + " to " + points_of(high)
               : percent_text(low) + " to " + percent_text(high);
  }

 private:
  const VisitReport& report_;
};

std::string visits_head(const VisitReport& report) {
  std::string text = "Visits from " + iso_date(report.period.from) + " to " +
                     iso_date(report.period.until - kDay) + " (" + report.time_zone + "), beside " +
                     iso_date(report.before.from) + " to " + iso_date(report.before.until - kDay) +
                     "\n";
  if (!report.lang.empty()) text += "Only in the language " + report.lang + ".\n";
  if (!report.category.empty()) text += "Only of the category " + report.category + ".\n";
  for (const std::string& note : report.notes) text += "Note: " + note + ".\n";
  return text;
}

std::string_view title_of(FigureGroup group) {
  constexpr std::array<std::string_view, 6> kTitles = {
      "Visits", "Search", "Contact and deflection", "Answers", "Surveys", "Articles"};
  return kTitles.at(static_cast<std::size_t>(group));
}

std::string figures_tables(const VisitReport& report) {
  const Words words(report);
  std::string text;
  for (const auto group : {FigureGroup::visits, FigureGroup::search, FigureGroup::contact,
                           FigureGroup::answers, FigureGroup::surveys}) {
    TextTable table({"", "now", "counted", "95 % interval", "before", "counted"});
    for (const auto& [now, before] : report.figures)
      if (now.rule->group == group)
        table.add({std::string(now.rule->label), words.value(now), Words::counts(now),
                   Words::interval(now), words.value(before), Words::counts(before)});
    text += titled(std::string(title_of(group)), table);
  }
  return text;
}

std::string share_text(const std::optional<Share>& share) {
  if (!share || !share->rate()) return std::string(kUnknown);
  return percent_text(*share->rate()) + (share->of < kSmallSample ? "*" : "");
}

std::string count_text(const std::optional<Share>& share) {
  return share ? std::to_string(share->count) : std::string(kUnknown);
}

std::string funnel_table(const VisitReport& report) {
  TextTable table({"", "sessions", "share", "reached after", "left here", "before", "share"});
  for (const StationRow& row : report.funnel) {
    const auto now = row.now ? std::optional(row.now->reached) : std::nullopt;
    const auto before = row.before ? std::optional(row.before->reached) : std::nullopt;
    const bool has_time = row.now && row.now->median_seconds;
    table.add({std::string(row.label), count_text(now), share_text(now),
               has_time ? duration_text(*row.now->median_seconds) : "",
               row.now ? std::to_string(row.now->left) : std::string(kUnknown), count_text(before),
               share_text(before)});
  }
  return titled("From the first page to a ticket (time: median from the session's beginning)",
                table);
}

std::string shares_table(const std::string& title, const std::vector<ShareRow>& rows) {
  TextTable table({"", "sessions", "share", "before", "share"});
  for (const ShareRow& row : rows)
    table.add({std::string(row.label), count_text(row.now), share_text(row.now),
               count_text(row.before), share_text(row.before)});
  return titled(title, table);
}

std::string series_table(const VisitReport& report) {
  if (report.series.empty()) return "";
  std::vector<std::string> header = {std::string(step_name(report.step)) +
                                     (report.step == Step::day ? "" : " from")};
  for (const VisitFigure& figure : report.series.front().figures)
    header.emplace_back(figure.rule->label);
  TextTable table(std::move(header));
  const Words words(report);
  for (const SeriesRow& row : report.series) {
    std::vector<std::string> cells = {iso_date(row.step.from)};
    for (const VisitFigure& figure : row.figures) cells.push_back(words.value(figure));
    table.add(std::move(cells));
  }
  return titled("By " + std::string(step_name(report.step)), table);
}

std::string visit_groups_table(const VisitReport& report) {
  if (!report.by) return "";
  const std::string by(visit_dimension_name(*report.by));
  if (report.groups.empty()) return "\nBy " + by + "\n  nothing\n";
  std::vector<std::string> header = {by};
  for (const auto& [now, before] : report.groups.front().figures) {
    header.emplace_back(now.rule->label);
    header.emplace_back("(before)");
  }
  TextTable table(std::move(header));
  const Words words(report);
  for (std::size_t i = 0; i < std::min(report.groups.size(), kMostShownRows); ++i) {
    std::vector<std::string> cells = {name_or_none(report.groups[i].name)};
    for (const auto& [now, before] : report.groups[i].figures) {
      cells.push_back(words.value(now));
      cells.push_back("(" + words.value(before) + ")");
    }
    table.add(std::move(cells));
  }
  return titled("By " + by, table) + rows_left_out(report.groups.size());
}

std::string channels_table(const VisitReport& report) {
  if (report.channels.empty()) return "";
  TextTable table({"", "tickets", "before"});
  for (const ChannelRow& row : report.channels)
    table.add({name_or_none(row.name), std::to_string(row.tickets), count_or_unknown(row.before)});
  return titled("Tickets submitted, by channel", table);
}

std::string queries_table(const std::string& title, const std::vector<QueryRow>& queries) {
  if (queries.empty()) return "";
  TextTable table({"", "language", "searches", "without results", "with a click", "visitors",
                   "searches before"});
  for (std::size_t i = 0; i < std::min(queries.size(), kMostShownRows); ++i) {
    const QueryRow& row = queries[i];
    table.add({row.query, row.lang, std::to_string(row.searches), std::to_string(row.zero_results),
               std::to_string(row.clicked), std::to_string(row.visitors),
               count_or_unknown(row.before)});
  }
  return titled(title, table) + rows_left_out(queries.size());
}

std::string hidden_text(const VisitReport& report) {
  if (report.hidden_queries == 0) return "";
  return "\n" + std::to_string(report.hidden_queries) + " queries of fewer than " +
         std::to_string(report.shown_from) + " visitors are not shown (insights.shown_from).\n";
}

std::string definitions(const VisitReport& report) {
  std::string text = "\nWhat the figures mean\n";
  const auto define = [&](const FigureRule& rule) {
    text += "  " + std::string(rule.label) + ": " + std::string(rule.definition) + "\n";
  };
  for (const auto& [now, before] : report.figures) define(*now.rule);
  if (report.by == VisitDimension::article)
    for (const FigureRule& rule : figure_rules())
      if (rule.group == FigureGroup::articles) define(rule);
  return text;
}

}  // namespace

std::string to_text(const VisitReport& report) {
  std::string text = visits_head(report);
  text += figures_tables(report);
  text += funnel_table(report);
  text += shares_table("Searches to answer (sessions that searched, or read to the point)",
                       report.searches_to_answer);
  text += shares_table("Where sessions came from", report.entries);
  text += channels_table(report);
  text += series_table(report);
  text += visit_groups_table(report);
  text += queries_table("Most frequent queries", report.top_queries);
  text += queries_table("Queries without results", report.failing_queries);
  text += hidden_text(report);
  text += definitions(report);
  return text + "\n* fewer than " + std::to_string(kSmallSample) + " counted\n";
}

}  // namespace kb::insights

#include "server/insights/insights_view.h"

#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/text/language.h"
#include "core/text/message.h"
#include "server/insights/figure_words.h"
#include "server/insights/figure_work.h"
#include "server/insights/time_tables.h"

namespace kb {
namespace {

using insights::FigureGroup;
using insights::FigureRule;
using insights::VisitReport;
using page::InsightCell;
using page::InsightRow;
using page::InsightTable;

constexpr std::size_t kMostRows = 50;
constexpr std::size_t kMostWorks = 9;

// Columns of a table of queries.
constexpr std::size_t kSearched = 1;
constexpr std::size_t kWithoutResults = 2;

std::string day(Time time, const page::LanguageTexts& texts) {
  return text::format_date(time, texts.lang());
}

std::string label_of(const FigureRule& rule, const page::LanguageTexts& texts) {
  return texts.format("insights.figure_" + std::string(rule.name));
}

std::string by_title(insights::VisitDimension by, const page::LanguageTexts& texts) {
  switch (by) {
    case insights::VisitDimension::lang:
      return texts.format("insights.by_lang");
    case insights::VisitDimension::category:
      return texts.format("insights.by_category");
    case insights::VisitDimension::article:
      return texts.format("insights.by_article");
    case insights::VisitDimension::channel:
      return texts.format("insights.by_channel");
  }
  return {};
}

std::string step_title(insights::Step step, const page::LanguageTexts& texts) {
  switch (step) {
    case insights::Step::day:
      return texts.format("insights.step_day");
    case insights::Step::week:
      return texts.format("insights.step_week");
    case insights::Step::month:
      return texts.format("insights.step_month");
  }
  return {};
}

std::string group_title(FigureGroup group, const page::LanguageTexts& texts) {
  switch (group) {
    case FigureGroup::visits:
      return texts.format("insights.visits");
    case FigureGroup::search:
      return texts.format("insights.search");
    case FigureGroup::contact:
      return texts.format("insights.contact");
    case FigureGroup::answers:
      return texts.format("insights.answers");
    case FigureGroup::surveys:
      return texts.format("insights.surveys");
    case FigureGroup::articles:
      return texts.format("insights.by_article");
  }
  return {};
}

class Tables {
 public:
  Tables(const VisitReport& report, const page::LanguageTexts& texts, const InsightExtras& extras)
      : report_(report), texts_(texts), extras_(extras), words_(texts, report.currency) {}

  std::vector<InsightTable> all() {
    add_work();
    for (auto& table : time_tables(report_, extras_.gaps, texts_))
      tables_.push_back(std::move(table));
    add_queries("failing-queries", "insights.failing_queries", report_.failing_queries,
                kWithoutResults);
    if (report_.hidden_queries > 0)
      tables_.back().note = text("insights.hidden", {{"count", report_.hidden_queries},
                                                     {"least", std::int64_t{report_.shown_from}}});
    add_queries("top-queries", "insights.top_queries", report_.top_queries, kSearched);
    add_funnel();
    add_shares("searches-to-answer", "insights.searches_to_answer", "insights.answered_",
               report_.searches_to_answer);
    for (const auto group : {FigureGroup::search, FigureGroup::answers, FigureGroup::contact,
                             FigureGroup::surveys, FigureGroup::visits})
      add_figures(group);
    add_shares("entries", "insights.entries", "insights.entry_", report_.entries);
    add_channels();
    if (report_.by) add_groups();
    add_series();
    return std::move(tables_);
  }

 private:
  std::string text(std::string_view key,
                   const text::MessageFormatter::Arguments& arguments = {}) const {
    return texts_.format(key, arguments);
  }

  // Names that customers and writers gave are no words of the interface.
  InsightRow name_row(const std::string& name) const {
    if (name.empty()) return {.label = text("insights.no_name")};
    return {.label = name, .is_words = false};
  }

  page::InsightMeaning meaning_of(const FigureRule& rule) const {
    const std::string name(rule.name);
    return {.label = label_of(rule, texts_),
            .text = text("insights.meaning_of", {{"means", text("insights.means_" + name)},
                                                 {"leads_to", text("insights.leads_to_" + name)}})};
  }

  InsightTable& add(std::string key, std::string title, std::vector<page::InsightColumn> columns) {
    return tables_.emplace_back(InsightTable{
        .key = std::move(key), .title = std::move(title), .columns = std::move(columns)});
  }

  page::Link link_to(const FigureWork& work) const {
    return {text(work.text), extras_.base_path + std::string(work.path)};
  }

  InsightCell cell(const insights::VisitFigure& figure) const {
    return {words_.value(figure), figure.value, figure.upper};
  }
  InsightCell cell(const std::optional<std::int64_t>& number) const {
    InsightCell cell{words_.number(number)};
    if (number) cell.value = static_cast<double>(*number);
    return cell;
  }
  InsightCell count_cell(const std::optional<insights::Share>& share) const {
    return cell(share ? std::optional(share->count) : std::nullopt);
  }
  InsightCell percent_cell(const std::optional<insights::Share>& share) const {
    return {words_.percent(share), share ? share->rate() : std::nullopt};
  }

  // What is known and can be worked on.
  void add_work() {
    InsightTable& table =
        add("work", text("insights.work"), {{text("insights.now")}, {text("insights.before")}});
    for (const auto& work : figure_works()) {
      const auto found = std::ranges::find_if(
          report_.figures, [&](const auto& each) { return each.now.rule->name == work.figure; });
      if (found == report_.figures.end() || !found->now.value) continue;
      table.rows.push_back({.label = label_of(*found->now.rule, texts_),
                            .cells = {cell(found->now), cell(found->before)},
                            .work = link_to(work)});
      if (table.rows.size() == kMostWorks) break;
    }
    if (table.rows.empty()) tables_.pop_back();
  }

  void add_figures(FigureGroup group) {
    InsightTable& table =
        add(std::string(insights::figure_group_name(group)), group_title(group, texts_),
            {{text("insights.now")},
             {text("insights.counted")},
             {text("insights.interval")},
             {text("insights.before")},
             {text("insights.counted")}});
    for (const auto& [now, before] : report_.figures) {
      if (now.rule->group != group) continue;
      table.rows.push_back({.label = label_of(*now.rule, texts_),
                            .cells = {cell(now),
                                      {words_.counts(now)},
                                      {words_.interval(now)},
                                      cell(before),
                                      {words_.counts(before)}}});
      if (const auto* work = work_of(now.rule->name)) table.rows.back().work = link_to(*work);
      table.meanings.push_back(meaning_of(*now.rule));
    }
  }

  void add_funnel() {
    InsightTable& table = add("funnel", text("insights.funnel"),
                              {{text("insights.sessions"), "bar"},
                               {text("insights.share")},
                               {text("insights.reached_after")},
                               {text("insights.left_here")},
                               {text("insights.before"), "bar"},
                               {text("insights.share")}});
    table.chart.kind = "rows";
    table.first_column = text("insights.station");
    for (const auto& row : report_.funnel) {
      const auto now = row.now ? std::optional(row.now->reached) : std::nullopt;
      const auto before = row.before ? std::optional(row.before->reached) : std::nullopt;
      table.rows.push_back(
          {.label = text("insights.station_" + std::string(row.name)),
           .cells = {count_cell(now),
                     percent_cell(now),
                     {words_.duration(row.now ? row.now->median_seconds : std::nullopt)},
                     cell(row.now ? std::optional(row.now->left) : std::nullopt),
                     count_cell(before),
                     percent_cell(before)}});
    }
    table.note = text("insights.funnel_note");
  }

  void add_shares(const std::string& key, std::string_view title, const std::string& label,
                  const std::vector<insights::ShareRow>& rows) {
    InsightTable& table = add(key, text(title),
                              {{text("insights.sessions")},
                               {text("insights.share"), "bar"},
                               {text("insights.before")},
                               {text("insights.share_before"), "bar"}});
    table.chart = {"bar", "percent"};
    for (const auto& row : rows)
      table.rows.push_back({.label = text(label + std::string(row.name)),
                            .cells = {count_cell(row.now), percent_cell(row.now),
                                      count_cell(row.before), percent_cell(row.before)}});
  }

  void add_channels() {
    InsightTable& table =
        add("channels", text("insights.channels"),
            {{text("insights.tickets"), "bar"}, {text("insights.before"), "bar"}});
    table.chart.kind = "rows";
    table.first_column = text("insights.channel");
    for (const auto& row : report_.channels) {
      table.rows.push_back(name_row(row.name));
      table.rows.back().cells = {cell(row.tickets), cell(row.before)};
    }
  }

  void add_series() {
    if (report_.series.empty()) return;
    InsightTable& table = add("series", step_title(report_.step, texts_), {});
    table.first_column = text("insights.from");
    for (const auto& figure : report_.series.front().figures)
      table.columns.push_back({label_of(*figure.rule, texts_)});
    for (const auto& row : report_.series) {
      table.rows.push_back({.label = day(row.step.from, texts_), .day = iso_date(row.step.from)});
      for (const auto& figure : row.figures) table.rows.back().cells.push_back(cell(figure));
    }
  }

  void add_groups() {
    InsightTable& table = add("groups", by_title(*report_.by, texts_), {});
    table.first_column = text("insights.name");
    if (report_.groups.empty()) return;
    for (const auto& [now, before] : report_.groups.front().figures) {
      table.columns.push_back({label_of(*now.rule, texts_)});
      table.columns.push_back({text("insights.before")});
      if (now.rule->group == FigureGroup::articles) table.meanings.push_back(meaning_of(*now.rule));
    }
    const auto shown = std::min(report_.groups.size(), kMostRows);
    for (std::size_t i = 0; i < shown; ++i) {
      table.rows.push_back(name_row(report_.groups[i].name));
      for (const auto& [now, before] : report_.groups[i].figures) {
        table.rows.back().cells.push_back(cell(now));
        table.rows.back().cells.push_back(cell(before));
      }
    }
    if (report_.groups.size() > shown)
      table.note = text("insights.more",
                        {{"count", static_cast<std::int64_t>(report_.groups.size() - shown)}});
  }

  void add_queries(const std::string& key, std::string_view title,
                   const std::vector<insights::QueryRow>& queries, std::size_t drawn) {
    InsightTable& table = add(key, text(title),
                              {{text("insights.language")},
                               {text("insights.searches")},
                               {text("insights.without_results")},
                               {text("insights.with_click")},
                               {text("insights.visitors")},
                               {text("insights.before")}});
    table.columns[drawn].draw = "bar";
    table.chart.kind = "rows";
    table.first_column = text("insights.query");
    for (std::size_t i = 0; i < std::min(queries.size(), kMostRows); ++i) {
      const auto& row = queries[i];
      table.rows.push_back({.label = row.query,
                            .lang = row.lang,
                            .is_words = false,
                            .cells = {{text::language_name(row.lang, texts_.lang())},
                                      cell(row.searches),
                                      cell(row.zero_results),
                                      cell(row.clicked),
                                      cell(row.visitors),
                                      cell(row.before)}});
    }
  }

  const VisitReport& report_;
  const page::LanguageTexts& texts_;
  const InsightExtras& extras_;
  const FigureWords words_;
  std::vector<InsightTable> tables_;
};

}  // namespace

std::vector<page::InsightTable> insight_tables(const VisitReport& report,
                                               const page::LanguageTexts& texts,
                                               const InsightExtras& extras) {
  if (!report.is_known) return {};
  return Tables(report, texts, extras).all();
}

std::vector<std::string> insight_notes(const VisitReport& report,
                                       const page::LanguageTexts& texts) {
  std::vector<std::string> notes;
  if (!report.first_day || !report.is_known) return notes;
  const std::string first = day(*report.first_day, texts);
  if (report.is_running) notes.push_back(texts.format("insights.note_running"));
  if (report.period.from < *report.first_day)
    notes.push_back(texts.format("insights.note_late", {{"day", first}}));
  if (!report.compares) notes.push_back(texts.format("insights.note_alone", {{"day", first}}));
  if (!report.category.empty()) notes.push_back(texts.format("insights.note_category"));
  return notes;
}

std::string insight_period(const VisitReport& report, const page::LanguageTexts& texts) {
  return texts.format("insights.period",
                      {{"from", day(report.period.from, texts)},
                       {"to", day(report.period.until - insights::kDay, texts)},
                       {"before", day(report.before.from, texts)},
                       {"before_to", day(report.before.until - insights::kDay, texts)},
                       {"zone", report.time_zone}});
}

}  // namespace kb

#include "core/insights/visit_stations.h"

#include <array>
#include <span>

namespace kb::insights {
namespace {

using enum Counter;

struct StationRule {
  std::string_view name;
  std::string_view label;
  Counter reached;
  std::optional<Counter> left;  // nothing: the way ends here, nobody goes further
  std::optional<Station> station;
};
constexpr std::array kStationRules = {
    StationRule{"visit", "Opened a page", sessions, left_after_visit, {}},
    StationRule{"search", "Searched", sessions_searched, left_after_search, Station::search},
    StationRule{"click", "Opened a result", sessions_clicked, left_after_click, Station::click},
    StationRule{"read", "Read an article", sessions_read, left_after_read, Station::read},
    StationRule{"contact", "Opened the form", sessions_contacted, left_after_contact,
                Station::contact},
    StationRule{"submit", "Sent a ticket", sessions_submitted, {}, Station::submit},
};

struct CaseRule {
  std::string_view name;
  std::string_view label;
  Counter counter;
};
constexpr std::array kEntryRules = {
    CaseRule{"search_engine", "A search engine", entered_from_search_engine},
    CaseRule{"product", "The product", entered_from_product},
    CaseRule{"link", "A link on another site", entered_from_link},
    CaseRule{"other", "Directly, or not told", entered_otherwise},
};
constexpr std::array kSearchesToAnswer = {
    CaseRule{"0", "Read without searching", answered_after_0},
    CaseRule{"1", "1 search", answered_after_1},
    CaseRule{"2", "2 searches", answered_after_2},
    CaseRule{"3", "3 searches", answered_after_3},
    CaseRule{"4", "4 searches", answered_after_4},
    CaseRule{"5+", "5 searches or more", answered_after_5_or_more},
    CaseRule{"none", "Searched, found none", searched_unanswered},
};

std::optional<StationFigures> figures_of(const StationRule& rule, const VisitCounts* counts) {
  if (!counts) return std::nullopt;
  const VisitCounts& all = *counts;
  StationFigures figures;
  figures.reached = {all[rule.reached], all[sessions]};
  figures.left = rule.left ? all[*rule.left] : all[rule.reached];
  if (rule.station) figures.median_seconds = all.median_seconds(*rule.station);
  return figures;
}

std::optional<Share> share_of(const CaseRule& rule, std::span<const CaseRule> rules,
                              const VisitCounts* counts) {
  if (!counts) return std::nullopt;
  Share share{(*counts)[rule.counter], 0};
  for (const CaseRule& each : rules) share.of += (*counts)[each.counter];
  return share;
}

std::vector<ShareRow> distribution(std::span<const CaseRule> rules, const VisitCounts* now,
                                   const VisitCounts* before) {
  std::vector<ShareRow> rows;
  for (const CaseRule& rule : rules)
    rows.push_back(
        {rule.name, rule.label, share_of(rule, rules, now), share_of(rule, rules, before)});
  return rows;
}

}  // namespace

std::vector<StationRow> funnel_of(const VisitCounts* now, const VisitCounts* before) {
  std::vector<StationRow> rows;
  for (const StationRule& rule : kStationRules)
    rows.push_back({rule.name, rule.label, figures_of(rule, now), figures_of(rule, before)});
  return rows;
}

std::vector<ShareRow> entries_of(const VisitCounts* now, const VisitCounts* before) {
  return distribution(kEntryRules, now, before);
}

std::vector<ShareRow> searches_to_answer_of(const VisitCounts* now, const VisitCounts* before) {
  return distribution(kSearchesToAnswer, now, before);
}

}  // namespace kb::insights

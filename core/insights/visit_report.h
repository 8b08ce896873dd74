// The report of `kb-server report deflection` and /writer/insights: what visitors did, searched,
// read, asked, and whether it solved it; every figure with the same of the period before.
//
//   VisitReport report = report_visits(*sums, wish);      // visit_sums.h
//   to_text(report), to_json(report), to_csv(report)      // visit_report_text.h, …
//
// What lies before the first day with events is not known: figures of such a period are nothing,
// and a period before that is only partly known is not compared with. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/insights/visit_figures.h"
#include "core/insights/visit_sums.h"

namespace kb::insights {

struct ComparedVisitFigure {
  VisitFigure now;
  VisitFigure before;  // without a value where there is nothing to compare with
};

// One station of the way from the first page to a ticket.
struct StationFigures {
  Share reached;                         // sessions that came so far, of all
  std::optional<double> median_seconds;  // from the session's beginning; not of its first page
  std::int64_t left = 0;                 // sessions that came no further
};
struct StationRow {
  std::string_view name;  // "search"
  std::string_view label;
  std::optional<StationFigures> now;
  std::optional<StationFigures> before;
};

// One case of a distribution.
struct ShareRow {
  std::string_view name;  // "search_engine"; "2"
  std::string_view label;
  std::optional<Share> now;
  std::optional<Share> before;
};

struct SeriesRow {
  Period step;
  std::vector<VisitFigure> figures;  // the main ones
};

struct VisitGroupRow {
  std::string name;  // "": has none
  std::vector<ComparedVisitFigure> figures;
};

struct ChannelRow {
  std::string name;
  std::int64_t tickets = 0;
  std::optional<std::int64_t> before;
};

struct VisitReport {
  Period period;
  Period before;
  std::string time_zone = {};
  Time now;
  std::optional<Time> first_day = {};
  bool is_known = false;    // there are events of the period
  bool is_running = false;  // it is not over
  bool compares = false;    // the period before is known, too
  std::string lang = {};    // that was chosen; empty: all
  std::string category = {};
  std::string currency = {};
  int shown_from = 1;
  std::vector<std::string> notes = {};
  std::vector<ComparedVisitFigure> figures = {};
  std::vector<StationRow> funnel = {};
  std::vector<ShareRow> entries = {};
  std::vector<ShareRow> searches_to_answer = {};
  Step step = Step::day;
  std::vector<SeriesRow> series = {};  // none where nothing is known
  std::optional<VisitDimension> by = {};
  std::vector<VisitGroupRow> groups = {};      // the largest first
  std::vector<ChannelRow> channels = {};       // the most tickets first
  std::vector<QueryRow> top_queries = {};      // the most searched first, kMostQueries at most
  std::vector<QueryRow> failing_queries = {};  // the most often without results first, likewise
  std::int64_t hidden_queries = 0;             // of fewer visitors than shown_from
};

VisitReport report_visits(const VisitSums& sums, const VisitWish& wish);

}  // namespace kb::insights

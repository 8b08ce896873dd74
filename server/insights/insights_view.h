// The report of visits as the tables of /writer/insights, in the words of the interface.
//
//   view.tables = insight_tables(report, texts, {"/help", gaps});      // none if nothing is known
//   view.notes = insight_notes(report, texts);
//
// What can be worked on comes first, then what goes on over time, then all else. Pure, thread-safe.
// Definitions that a language lacks are shown in English, marked as such.

#pragma once

#include <string>
#include <vector>

#include "core/insights/gap_steps.h"
#include "core/insights/visit_report.h"
#include "server/page/insights_page.h"
#include "server/page/texts.h"

namespace kb {

struct InsightExtras {
  std::string base_path = {};                // before the addresses of what figures lead to
  std::vector<insights::GapStep> gaps = {};  // of the report's steps; empty: not known
};

std::vector<page::InsightTable> insight_tables(const insights::VisitReport& report,
                                               const page::LanguageTexts& texts,
                                               const InsightExtras& extras = {});
std::vector<std::string> insight_notes(const insights::VisitReport& report,
                                       const page::LanguageTexts& texts);
// "March 1, 2026 to …, beside …"
std::string insight_period(const insights::VisitReport& report, const page::LanguageTexts& texts);

}  // namespace kb

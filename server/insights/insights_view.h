// The report of visits as the tables of /writer/insights, in the words of the interface.
//
//   view.tables = insight_tables(report, texts);          // none where nothing is known
//   view.notes = insight_notes(report, texts);
//
// Pure, thread-safe. Definitions that a language lacks are shown in English, marked as such.

#pragma once

#include <string>
#include <vector>

#include "core/insights/visit_report.h"
#include "server/page/insights_page.h"
#include "server/page/texts.h"

namespace kb {

std::vector<page::InsightTable> insight_tables(const insights::VisitReport& report,
                                               const page::LanguageTexts& texts);
std::vector<std::string> insight_notes(const insights::VisitReport& report,
                                       const page::LanguageTexts& texts);
// "March 1, 2026 to …, beside …"
std::string insight_period(const insights::VisitReport& report, const page::LanguageTexts& texts);

}  // namespace kb

// What goes on over time, each table with one message for a chart: how well searching goes,
// deflection with what was published, gaps, opinions.
//
//   auto tables = time_tables(report, gap_steps(…), texts);     // gap_steps.h; empty: not known
//
// A row a step of the report. Pure, thread-safe.

#pragma once

#include <vector>

#include "core/insights/gap_steps.h"
#include "core/insights/visit_report.h"
#include "server/page/insight_table.h"
#include "server/page/texts.h"

namespace kb {

std::vector<page::InsightTable> time_tables(const insights::VisitReport& report,
                                            const std::vector<insights::GapStep>& gaps,
                                            const page::LanguageTexts& texts);

}  // namespace kb

// The report of tickets as the tables of /writer/tickets, in the words of the interface.
//
//   view.tables = ticket_tables(report, texts, "/help");      // none where nothing is known
//   view.notes = ticket_notes(report, texts);
//
// Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/insights/ticket_report.h"
#include "server/page/insight_table.h"
#include "server/page/texts.h"

namespace kb {

std::vector<page::InsightTable> ticket_tables(const insights::TicketReport& report,
                                              const page::LanguageTexts& texts,
                                              const std::string& base_path = {});
std::vector<std::string> ticket_notes(const insights::TicketReport& report,
                                      const page::LanguageTexts& texts);

}  // namespace kb

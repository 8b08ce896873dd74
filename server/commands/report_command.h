// kb-server report: the figures of support, and of what visitors solve themselves, each beside the
// same of the period before.
//
//   kb-server report tickets [--config kb.yaml] [--from 2026-03-01] [--to 2026-03-31]
//                            [--by team|topic|lang|plan] [--format text|json|csv] [--out FILE]
//   kb-server report deflection [… --by lang|category|article|channel] [--step day|week|month]
//                               [--lang pl] [--category billing]
//   kb-server report gaps [--lang pl] [--format text|json|csv] [--out FILE]
//   kb-server report digest [--format text|html|json] [--out FILE]
//
// Gaps are those of the days up to today that `gaps.days` says. Of the others both days are within
// the period, by default the last 28 up to yesterday: of tickets in UTC, of visits in
// insights.time_zone. Only reads the store, also while a server runs. Exit status as in
// command_line.h.

#pragma once

#include <functional>

#include "core/base/clock.h"
#include "core/base/config.h"

namespace CLI {
class App;
}

namespace kb {

struct ReportFlags {
  std::string config;
  std::string from;
  std::string to;
  std::string by;
  std::string step = {};      // of visits
  std::string lang = {};      // likewise
  std::string category = {};  // likewise
  std::string format = "text";
  std::string out;  // a file; empty: standard output
};

// The reports in the format asked for.
Result<std::string> ticket_report_text(const Config& config, const ReportFlags& flags, Time now);
Result<std::string> deflection_report_text(const Config& config, const ReportFlags& flags,
                                           Time now);
Result<std::string> gap_report_text(const Config& config, const ReportFlags& flags, Time now);
Result<std::string> digest_report_text(const Config& config, const ReportFlags& flags, Time now);

// The commands leave their exit status in `status`.
void add_report_command(CLI::App& app, const Environment& environment, int& status);

}  // namespace kb

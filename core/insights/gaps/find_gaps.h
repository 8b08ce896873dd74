// Finds the gaps: from what customers asked to the ranked report.
//
//   GapFinder finder({.calendar = calendar, .insights = config.insights, .gaps = config.gaps});
//   finder.read(sql, now)                  // what is new since the last time; all of it the first
//   auto report = finder.report(finder_of_articles, kept, now);
//
// Keeps the questions of its days and their clusters in memory, so that an hourly read costs what
// is new. Clusters that were a gap before stay that gap (gap_table.h keeps the questions of each).
// What a time before the last read asks for is told of the days that were read. Not thread-safe;
// takes seconds to a minute at the first read.

#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/base/config.h"
#include "core/insights/gaps/article_finder.h"
#include "core/insights/gaps/asked_tickets.h"
#include "core/insights/gaps/gap.h"
#include "core/insights/gaps/question_grouping.h"
#include "core/store/gap_table.h"
#include "core/store/sql.h"
#include "core/text/calendar.h"

namespace kb::insights {

class GapFinder {
 public:
  struct Parts {
    const text::Calendar& calendar;
    const InsightsConfig& insights;
    const GapsConfig& gaps;
    RedactText redact = {};              // of tickets from the form; none: their texts are left out
    MakeQuestionGrouping grouping = {};  // none: by what the questions mean
    std::function<bool()> is_ending = {};  // then read() is an Error, soon
  };
  explicit GapFinder(Parts parts);
  ~GapFinder();

  // Events, tickets, needs and flags of the days that a report looks at.
  Result<void> read(store::Sql& sql, Time now);

  // `kept`: the store's gaps, whose ids (and what writers merged and split) the clusters take over.
  Result<GapReport> report(ArticleFinder& articles, const std::vector<store::Gap>& kept, Time now);

  // How often a gap's questions failed on days from `from` to before `until`.
  Share failures_of(const store::Gap& gap, std::int64_t from_day, std::int64_t until_day) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb::insights

// A team's targets as pages show them, and as they stand now.
//
//   const auto standing = read_targets(staff.store, today);
//   for (const auto& each : *standing) view.targets.push_back(target_line(each, texts));
//
// Reading takes one pass over the daily sums of 16 weeks; words are pure. Thread-safe. An Error is
// the store's.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/insights/figure_progress.h"
#include "core/store/store.h"
#include "server/page/target_lines.h"
#include "server/page/texts.h"

namespace kb {

inline constexpr std::string_view kTargetsPath = "/writer/targets";

struct StandingTarget {
  store::FigureTarget target;
  insights::FigureProgress progress;
};

// Open ones, the soonest first; with `until_day`, those that end by then.
Result<std::vector<StandingTarget>> read_targets(const store::Store& store, std::int64_t today,
                                                 std::optional<std::int64_t> until_day = {});

page::TargetLine target_line(const StandingTarget& standing, const page::LanguageTexts& texts);

// "5.0 %" of a share, "4.20" of a mark.
std::string figure_words(const insights::FigureRule& rule, double value,
                         const page::LanguageTexts& texts);

}  // namespace kb

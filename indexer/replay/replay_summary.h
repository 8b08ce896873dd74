// What a replay came to, gap by gap, as people and programs read it.
//
//   const auto summary = summarise(logged.gaps, std::move(report));
//   summary.gaps[0].is_closed()          // at least three quarters of who asked are answered
//   std::string text = to_text(summary);    std::string json = to_json(summary);
//
// Queries that too few people made are counted, and their text is told in neither. Pure,
// thread-safe.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/gap_table.h"
#include "indexer/replay/replay.h"

namespace kb {

inline constexpr double kClosedShare = 0.75;

struct ReplayedGap {
  store::Gap gap;
  std::vector<ReplayedQuery> queries;  // closed ones first, those of most visitors before others

  std::size_t closed_count() const;
  // By how many asked each; one where nobody is known to.
  double closed_share() const;
  bool is_closed() const { return !queries.empty() && closed_share() >= kClosedShare; }
};

struct ReplaySummary {
  std::string before;     // "generation 41"
  std::string candidate;  // "the sources as they are, with drafts"
  std::vector<ReplayedGap> gaps;
  std::vector<ReplayedQuery> others;  // failed searches of no gap
  std::vector<ReplayedQuery> worse;
  std::size_t answered = 0;     // searches that were answered before, checked for getting worse
  std::vector<Error> problems;  // of the candidate
  std::chrono::milliseconds took{0};  // of the searches
};

ReplaySummary summarise(std::vector<store::Gap> gaps, ReplayReport report);

std::string to_text(const ReplaySummary& summary);
std::string to_json(const ReplaySummary& summary);

}  // namespace kb

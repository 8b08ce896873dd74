// Makes searches of the past again, on what is live and on a candidate, and tells them apart: which
// failed ones the candidate answers, and which answered ones it spoils.
//
//   auto report = replay(config, {.before = live, .after = candidate}, queries, clock.now());
//   report->queries[0].outcome           // ReplayOutcome::closed
//   report->queries[0].after[0].title    // "Redeem a voucher"
//
// Searches as the help center does, fallbacks and corrections included. A failed search is closed
// where one of the first three results has most of its telling words (core/index/coverage.h) and
// did not before, or was not among them; what is found only in another language, or only for a
// corrected text, closes nothing. An answered search gets worse where it finds nothing any more, or
// what customers opened leaves the first three, or the first ten. Uses two threads; an index that
// cannot be read is an Error.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "indexer/replay/replay_query.h"

namespace kb {

inline constexpr std::size_t kReplayDepth = 10;
inline constexpr std::size_t kSeen = 3;       // results that nobody overlooks
inline constexpr double kFittingShare = 0.6;  // of the telling ones, that an answer has

enum class ReplayOutcome {
  closed,  // failed, and now an article fits
  open,    // failed, and none does
  kept,    // was answered, and is
  worse,   // was answered, and what answered it has gone down or away
};

// Why a search stays open, or what became worse.
enum class ReplayReason {
  none,
  nothing_found,    // or, of one that was answered, nothing any more
  as_before,        // the first results are what they were
  rewritten,        // likewise, but one has another text: whether it helps, only customers can tell
  other_words,      // what is new among the first results has too few of the words
  other_language,   // it is in another language
  corrected,        // it was found by other words than those typed
  not_among_first,  // it comes after the third result
  fell,             // from the first three, or ten
};

struct ReplayHit {
  std::string article;  // "pl/billing/refund"
  std::string title;
  bool is_new = false;      // what is live has no such article
  bool is_changed = false;  // its text is another

  bool operator==(const ReplayHit&) const = default;
};

struct ReplayedQuery {
  ReplayQuery query;
  ReplayOutcome outcome = ReplayOutcome::open;
  ReplayReason reason = ReplayReason::none;
  std::string answer = {};  // the article that closes it, or that it expected
  std::vector<ReplayHit> before = {};
  std::vector<ReplayHit> after = {};

  bool operator==(const ReplayedQuery&) const = default;
};

struct ReplayReport {
  std::vector<ReplayedQuery> queries;  // in the order in which they were given

  std::size_t count(ReplayOutcome outcome) const;
};

struct ReplaySides {
  std::shared_ptr<const index::Generation> before;
  std::shared_ptr<const index::Generation> after;
};

Result<ReplayReport> replay(const Config& config, const ReplaySides& sides,
                            const std::vector<ReplayQuery>& queries, Time now);

std::string_view outcome_name(ReplayOutcome outcome);
std::string_view reason_name(ReplayReason reason);  // "not_among_first"

}  // namespace kb

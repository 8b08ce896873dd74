// The readers' part of a build: what they clicked, read and voted becomes the ranking prior of the
// generation that is being built.
//
//   const auto prior = ranking_prior(config, tickets, live, now, problems);
//   if (!prior.empty()) write_durably(folder / index::kRankingPriorFile, prior.encode());
//
// Of the ninety days before today, so that it changes once a day at most; daily sums are enough.
// Without a store, or with one that has no sums, it is empty. One that cannot be read is a problem
// of the build, and search ranks on as it did.

#pragma once

#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "core/index/ranking_prior.h"
#include "indexer/ticket_step.h"

namespace kb {

// `tickets`: of this build, whose store is read; its Error is told elsewhere. `live`: null, or the
// generation to go on from.
index::RankingPrior ranking_prior(const Config& config, const Result<TicketChanges>& tickets,
                                  const index::Generation* live, Time now,
                                  std::vector<Error>& problems);

}  // namespace kb

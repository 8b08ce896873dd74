// What would be live if the sources were published as they are now: a trial index of its own.
//
//   auto candidate = build_candidate(config, {.clock = clock, .drafts = Drafts::published},
//                                    progress);
//   candidate->generation, candidate->problems
//
// It lies in `trial` inside the index's folder, for customers alone (no tickets), and stays there:
// the next one reads only what changed since. Nothing else is written, neither the live index nor
// the store. Fails where nothing could be built. Two at a time: the second waits.

#pragma once

#include <memory>
#include <vector>

#include "core/base/config.h"
#include "indexer/build.h"

namespace kb {

inline constexpr const char* kTrialFolder = "trial";

struct Candidate {
  std::shared_ptr<const index::Generation> generation;
  std::vector<Error> problems;  // bad files: they are not in it
};

struct CandidateOptions {
  const Clock& clock;
  Drafts drafts = Drafts::kept_apart;
};

Result<Candidate> build_candidate(const Config& config, const CandidateOptions& options,
                                  Progress& progress);

}  // namespace kb

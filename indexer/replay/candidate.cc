#include "indexer/replay/candidate.h"

namespace kb {

Result<Candidate> build_candidate(const Config& config, const CandidateOptions& options,
                                  Progress& progress) {
  Config trial = config;
  trial.index.path = config.index.path / kTrialFolder;
  trial.index.keep = 1;
  auto report =
      build(trial, {.clock = options.clock, .drafts = options.drafts, .tickets = false}, progress);
  if (!report) return fail(report.error());
  auto generation = index::Generation::open(trial.index.path, report->generation);
  if (!generation) return fail(generation.error());
  return Candidate{std::move(*generation), std::move(report->problems)};
}

}  // namespace kb

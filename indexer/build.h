// Turns the sources into a new generation and publishes it: read, parse, analyse, write, publish.
//
//   BuildOptions options{.clock = clock};
//   Result<BuildReport> report = build(config, options, progress);
//   report->problems                      // bad files: told, and left out; the rest is live
//
// Reads only what changed since the live generation, unless `full`. Uses all cores; languages are
// written in parallel. Fails, leaving the live generation as it was, where nothing could be
// published: no disk space, no source at all. One build at a time: a second waits.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "indexer/article_reader.h"
#include "indexer/progress.h"

namespace kb {

struct BuildOptions {
  const Clock& clock;
  bool full = false;
  unsigned workers = 0;  // threads; 0: one a core
  Drafts drafts = Drafts::kept_apart;
  bool tickets = true;  // false: none are imported, and agents find none in what is built
};

struct LanguageReport {
  std::string lang;
  std::uint64_t articles = 0;  // everyone's and agents'
  std::uint64_t sections = 0;
  std::uint64_t words = 0;
  std::size_t files_read = 0;
  std::chrono::milliseconds time{0};  // from its first file to its last sync
};

struct BuildReport {
  index::GenerationNumber generation = 0;
  bool published = false;  // false: nothing had changed
  std::vector<LanguageReport> languages;
  std::vector<Error> problems;
  std::size_t files_read = 0;
  std::size_t files_kept = 0;
  std::chrono::milliseconds time{0};
};

Result<BuildReport> build(const Config& config, const BuildOptions& options, Progress& progress);

}  // namespace kb

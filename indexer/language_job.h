// The part of a build that makes one language: its files are read by any number of workers at once,
// its databases are written in the files' order, whoever has the next piece at hand.
//
//   LanguageJob job(…);
//   while (auto chunk = job.take())        // on every worker
//     job.complete(*chunk, read_and_prepare(chunk));
//   job.finish();                          // by the worker that completed the last chunk
//
// Thread-safe. The same input gives the same databases, however many workers there are.

#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/index/database_writer.h"
#include "core/index/generation_publisher.h"
#include "indexer/article_reader.h"
#include "indexer/build_plan.h"

namespace kb {

// What became of one file.
struct PreparedFile {
  const SourceFile* file = nullptr;
  std::map<Audience, index::PreparedArticle> versions;  // those that there are
  SeenFile seen;
  std::vector<Error> problems;
  bool failed = false;
};

class LanguageJob {
 public:
  // `previous`: the live generation to go on from, or null to start afresh.
  LanguageJob(std::string lang, const LanguagePlan& plan, index::GenerationBuilder& builder,
              const index::Generation* previous);

  const std::string& lang() const { return lang_; }
  std::size_t files_left() const;  // not taken yet
  unsigned active_workers() const { return active_; }

  struct Chunk {
    std::size_t number;
    std::span<const SourceFile* const> files;
  };
  std::optional<Chunk> take();

  // True for the one call after which all is written: its caller finishes the job.
  Result<bool> complete(const Chunk& chunk, std::vector<PreparedFile> prepared);
  Result<void> finish();

  struct Outcome {
    std::vector<index::DatabaseEntry> databases;
    std::set<std::string> shown_files;  // symbolic paths
    std::vector<std::pair<std::string, SeenFile>> seen;
    std::vector<Error> problems;
    std::chrono::steady_clock::time_point started;
    std::chrono::steady_clock::time_point finished;
  };
  Outcome take_outcome() { return std::move(outcome_); }

 private:
  Result<void> write(PreparedFile file);
  Result<void> put(Audience audience, index::PreparedArticle article);
  Result<void> erase(Audience audience, const std::string& id);
  Result<index::DatabaseWriter*> writer(Audience audience);
  bool existed_before(Audience audience) const;

  const std::string lang_;
  const LanguagePlan& plan_;
  index::GenerationBuilder& builder_;
  const index::Generation* previous_;
  std::atomic<unsigned> active_{0};

  mutable std::mutex take_mutex_;
  std::size_t taken_ = 0;  // files

  std::mutex write_mutex_;  // guards what follows
  std::size_t next_chunk_ = 0;
  std::map<std::size_t, std::vector<PreparedFile>> waiting_;
  bool writing_ = false;
  std::map<Audience, index::DatabaseWriter> writers_;
  Outcome outcome_;
};

}  // namespace kb

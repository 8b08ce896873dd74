// The gaps as they are now, found anew each hour: pages and the API read them from memory.
//
//   GapBoard board({.config = config, .clock = clock, .store = …, .searchers = …, .problem = log});
//   const auto report = board.report();        // null: not found yet since the start
//   board.refresh_soon();                      // after a build was published, or a writer asked
//
// A thread of its own finds gaps (GapFinder), keeps new ones in the store, proves those that were
// published, and tells who waits. A failure is told and the last report stays. Thread-safe.

#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/index/searcher_pool.h"
#include "core/insights/gaps/gap.h"
#include "core/insights/gaps/gap_proof.h"
#include "core/store/gap_table.h"
#include "core/store/store.h"

namespace kb {

class GapBoard {
 public:
  struct Parts {
    const Config& config;
    const Clock& clock;
    std::function<store::Store*()> store;  // null: away
    index::SearcherPool& searchers;
    std::function<void(const Error&)> problem;
    // A gap's state changed by proof, in the transaction that writes it (mails to who waits).
    std::function<Result<void>(store::Sql&, const store::Gap&)> proved = {};
    std::chrono::milliseconds interval = std::chrono::hours(1);
  };
  struct Status {
    bool running = false;
    std::optional<Time> made = {};
    std::chrono::milliseconds took{0};
    std::optional<Error> failed = {};  // the last time
  };

  static Result<std::unique_ptr<GapBoard>> create(Parts parts);
  ~GapBoard();

  void start();
  void refresh_soon();
  Result<void> refresh();  // one round on this thread; without start(): for tests and commands
  std::shared_ptr<const insights::GapReport> report() const;
  Status status() const;

  // Before and since a gap was published; nothing where it was not.
  std::optional<insights::GapProof> proof(const store::Gap& gap) const;

 private:
  class Impl;
  explicit GapBoard(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb

// Takes events from many threads and has them on disk in groups: one thread, one transaction for
// all that came meanwhile.
//
//   EventLog log({.spool = "var/answerwell.db.spool", .problem = tell});
//   log.attach(store);                                   // once the store is there
//   log.put({batch_id, events}, [](EventLog::Outcome outcome) { … });   // never waits
//
// `done` is called from the log's own thread once the batch is on disk: in the store or, while that
// cannot be written (locked, full, gone), in a spool file beside it that goes into the store later,
// exactly once: batches are known by their id. Beyond its bounds (batches that wait in memory,
// bytes of spool) a batch is dropped and counted, never waited for. What a crash left in the spool
// is taken up at the next start. Texts are made such as every store takes. Thread-safe. The
// destructor writes what waits.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/store/event_table.h"
#include "core/store/store.h"

namespace kb::store {

class EventLog {
 public:
  enum class Outcome {
    stored,   // on disk, for good
    spooled,  // on disk, in the store later
    known,    // a batch of that id was there before: nothing was added
    dropped,  // no room: it is not kept
  };
  using Done = std::function<void(Outcome)>;

  struct Options {
    std::filesystem::path spool;                     // a folder, made when needed
    std::size_t most_waiting = 100'000;              // events in memory
    std::uintmax_t most_spooled = 64 * 1024 * 1024;  // bytes
    std::chrono::milliseconds retry{2'000};          // between tries of a store that fails
    std::function<void(const Error&)> problem = {};  // when the store begins to fail, or the spool
  };
  struct Counts {  // of events, since the start
    std::uint64_t stored = 0;
    std::uint64_t spooled = 0;  // of these, some are in the store by now
    std::uint64_t dropped = 0;
    std::uint64_t waiting = 0;  // in memory, as of now
  };

  explicit EventLog(Options options);
  ~EventLog();
  EventLog(const EventLog&) = delete;
  EventLog& operator=(const EventLog&) = delete;

  void attach(Store& store);  // which outlives the log
  void put(EventBatch batch, Done done = {});
  // Returns when all that was put before has its outcome and, while the store can be written, the
  // spool is empty.
  void flush();
  Counts counts() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb::store

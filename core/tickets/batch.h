// A batch of records, read and made into tickets by several threads, in their order.
//
//   Batch batch = cut_batch(*file);
//   BatchWork work(batch, intake, workers);      // begins at once
//   work.wait();                                 // batch.taken[i] is what batch.pieces[i] became
//
// A batch has at most kBatchTickets records and about kBatchBytes, whichever comes first. The batch
// must stay where it is until wait() returns. Belongs to one thread, besides its own.

#pragma once

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

#include "core/tickets/intake.h"
#include "core/tickets/ticket_file.h"

namespace kb::tickets {

inline constexpr std::size_t kBatchTickets = 500;
inline constexpr std::size_t kBatchBytes = 16 << 20;

struct Entry {
  Taken taken;
  std::uint64_t content = 0;  // ticket_json.h
};

struct Batch {
  std::vector<Result<Record>> pieces;
  std::vector<Result<Entry>> entries;  // as many
  Position end;                        // behind the last piece
  bool last = false;                   // the file has no more
};

Batch cut_batch(TicketFile& file);

class BatchWork {
 public:
  BatchWork(Batch& batch, const Intake& intake, unsigned workers);
  ~BatchWork() { wait(); }
  BatchWork(const BatchWork&) = delete;
  BatchWork& operator=(const BatchWork&) = delete;

  void wait();

 private:
  void run();

  Batch& batch_;
  const Intake& intake_;
  std::atomic<std::size_t> next_{0};
  std::vector<std::thread> threads_;
};

}  // namespace kb::tickets

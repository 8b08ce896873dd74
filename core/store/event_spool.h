// Files that keep batches of events while the store cannot.
//
//   EventSpool spool("var/answerwell.db.spool", 64 * 1024 * 1024);
//   spool.append(batches);                       // on disk when it returns, or not at all
//   while (!spool.empty()) { put(*spool.oldest()); spool.drop_oldest(); }
//
// Takes up what an earlier process left in the folder. A record that a crash tore is left out, and
// told through `problem`. A full disk or a full spool is an Error that keeps nothing of the batches
// handed in. One thread, one process.

#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "core/base/file_descriptor.h"
#include "core/base/result.h"
#include "core/store/event_table.h"

namespace kb::store {

class EventSpool {
 public:
  using Problem = std::function<void(const Error&)>;

  // The folder is made when something is to be kept.
  EventSpool(std::filesystem::path folder, std::uintmax_t most_bytes, Problem problem = {});

  bool empty() const { return segments_.empty(); }
  Result<void> append(std::span<const EventBatch> batches);

  // A bounded number of batches; a file that cannot be read is an Error and stays for a person.
  Result<std::vector<EventBatch>> oldest();
  void drop_oldest();

 private:
  struct Segment {
    std::int64_t number = 0;
    std::uintmax_t bytes = 0;
  };

  std::filesystem::path path_of(const Segment& segment) const;
  void find_segments();
  Result<void> begin_segment();
  void end_segment();
  void tell(const Error& error) const;

  const std::filesystem::path folder_;
  const std::uintmax_t most_bytes_;
  const Problem problem_;
  std::deque<Segment> segments_;  // the oldest first
  std::uintmax_t bytes_ = 0;      // of all segments
  std::int64_t next_number_ = 1;
  FileDescriptor open_;  // the newest segment, while it takes more
};

}  // namespace kb::store

// Where imported tickets go: the store itself (store_sink.h), or the server that holds it
// (remote_sink.h).
//
//   auto progress = sink.progress("desk", "/exports/desk.jsonl");     // where an import stopped
//   sink.put(batch, {"desk", "/exports/desk.jsonl", mark, 18'044, 500});
//
// put() keeps a batch and its progress together or not at all, so an import that is killed goes on
// where it stopped. Belongs to one thread. Fails as the store does.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/article/ticket.h"
#include "core/base/result.h"

namespace kb::tickets {

// How far a file of a source has been read.
struct FileProgress {
  std::string source;
  std::string file;
  std::string mark;  // of the file as it was then (read_mark.h)
  std::uint64_t byte = 0;
  std::uint64_t line = 0;

  bool operator==(const FileProgress&) const = default;
};

struct PutResult {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;

  bool operator==(const PutResult&) const = default;
};

class TicketSink {
 public:
  virtual ~TicketSink() = default;

  virtual Result<std::string> customer_key() = 0;
  virtual Result<std::optional<FileProgress>> progress(const std::string& source,
                                                       const std::string& file) = 0;
  // Without progress: tickets that come from no file.
  virtual Result<PutResult> put(std::span<const Ticket> tickets,
                                const std::optional<FileProgress>& progress) = 0;
};

}  // namespace kb::tickets

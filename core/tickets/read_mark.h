// What a file of tickets looked like when it was read, so that the next import reads what is new.
//
//   auto mark = FileMark::of("export.jsonl", settings);
//   ReadingPlan plan = mark->plan(progress, can_grow(format));  // unread, or from where
//   mark->text(position, done)                               // kept beside the progress
//
// A file that is as it was is not read again; one that only grew is read on at its end, known by a
// hash of everything before; any other is read anew. So is every file once `settings` changes: what
// the tickets are made by. Belongs to one thread. Fails where the file cannot be read.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/file_descriptor.h"
#include "core/base/result.h"
#include "core/tickets/input_file.h"
#include "core/tickets/ticket_sink.h"

namespace kb::tickets {

struct ReadingPlan {
  bool unchanged = false;  // nothing to do
  Position from;
};

class FileMark {
 public:
  static Result<FileMark> of(const std::filesystem::path& path, const std::string& settings);

  Result<ReadingPlan> plan(const std::optional<FileProgress>& progress, bool can_grow);

  // `at`: how many bytes have been read; asked for in growing order. `done`: nothing is left.
  Result<std::string> text(std::uint64_t at, bool done);

 private:
  FileMark() = default;
  Result<std::string> hash_up_to(std::uint64_t end);
  Result<std::string> read(std::uint64_t begin, std::uint64_t end) const;

  std::filesystem::path path_;
  FileDescriptor file_;
  std::string settings_;
  std::string facts_;  // size and time of the last change
  std::uint64_t size_ = 0;
  std::string chain_;  // hash of the whole blocks so far, each with the one before
  std::uint64_t hashed_ = 0;
};

}  // namespace kb::tickets

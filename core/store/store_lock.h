// The lock that one process holds while it writes an SQLite store: a file beside the database.
//
//   auto lock = StoreLock::take("var/answerwell.db");    // var/answerwell.db.lock: "4711
//   kb-server" if (!lock) …                       // "is in use by process 4711 (kb-server)"
//
// Held until the object ends or its process does; the file stays. Never waits. Thread-safe.

#pragma once

#include <filesystem>

#include "core/base/file_descriptor.h"
#include "core/base/result.h"

namespace kb::store {

class StoreLock {
 public:
  static Result<StoreLock> take(const std::filesystem::path& database);

 private:
  explicit StoreLock(FileDescriptor file) : file_(std::move(file)) {}

  FileDescriptor file_;
};

}  // namespace kb::store

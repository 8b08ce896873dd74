// A file that never changes, read where it lies: its bytes are the page cache's, not a copy.
//
//   Result<MappedFile> file = MappedFile::open("var/index/gen-000042/ro.public/terms.table");
//   file->bytes().substr(0, 4)
//
// Moves, does not copy; views of the bytes live as long as it does. Thread-safe: readers only read.
// A file that somebody cuts short while it is mapped ends the process (SIGBUS): map nothing but
// what is immutable once published.

#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

#include "core/base/result.h"

namespace kb {

class MappedFile {
 public:
  static Result<MappedFile> open(const std::filesystem::path& path);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace kb

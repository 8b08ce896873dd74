// A file read once from front to back in bounded memory, byte by byte, counting lines.
//
//   auto file = InputFile::open("export.jsonl");
//   while (file->peek() != InputFile::kEnd) use(file->get());
//   file->seek(earlier);                      // a Position that position() gave
//
// Belongs to one thread. What the system cannot read any more looks like the end; trouble() tells.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "core/base/file_descriptor.h"
#include "core/base/result.h"

namespace kb::tickets {

// Where reading stands, and where it can be taken up again.
struct Position {
  std::uint64_t byte = 0;
  std::uint64_t line = 1;

  bool operator==(const Position&) const = default;
};

class InputFile {
 public:
  static constexpr int kEnd = -1;

  static Result<InputFile> open(const std::filesystem::path& path);

  int peek() { return at_ < filled_ || fill() ? static_cast<unsigned char>(buffer_[at_]) : kEnd; }
  int get() {
    const int byte = peek();
    if (byte == kEnd) return kEnd;
    ++at_;
    if (byte == '\n') ++line_;
    return byte;
  }

  // Adds a line to `into`, without its end; no more than `limit` bytes of it. False at the end.
  bool get_line(std::string& into, std::size_t limit);

  Position position() const { return {begin_ + at_, line_}; }
  void seek(Position to);
  std::string where(std::uint64_t line) const;  // "export.jsonl:42"
  const std::filesystem::path& path() const { return path_; }
  const std::optional<Error>& trouble() const { return trouble_; }

 private:
  InputFile(std::filesystem::path path, FileDescriptor file)
      : path_(std::move(path)), file_(std::move(file)) {}
  bool fill();

  std::filesystem::path path_;
  FileDescriptor file_;
  std::string buffer_;
  std::uint64_t begin_ = 0;  // of the buffer in the file
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  std::uint64_t line_ = 1;
  std::optional<Error> trouble_;
};

}  // namespace kb::tickets

// Files that are wholly there or not at all, also after a power cut.
//
//   write_durably("var/index/CURRENT", "gen-000042\n");   // temp file, fsync, rename, fsync folder
//
// Every failure is an Error naming the path and what the system said ("No space left on device").
// Thread-safe; two writers of one path: the last rename wins.

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kb {

Result<std::string> read_file(const std::filesystem::path& path);
Result<void> write_durably(const std::filesystem::path& path, std::string_view content);

// Writes everything to an open file, however many calls that takes; `path` is for the Error.
Result<void> write_all(int fd, std::string_view content, const std::filesystem::path& path);

// Makes what was written to a file, or the names in a folder, survive a crash.
Result<void> sync_path(const std::filesystem::path& path);

// The Error for a failed system call on `path`; reads errno.
Error system_error(std::string_view doing, const std::filesystem::path& path);

}  // namespace kb

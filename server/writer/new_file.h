// Writes a file that was not there, inside a folder that it may not leave.
//
//   write_new_file("content/answers", "content/answers/ro/late-parcel.md", text)
//
// Wholly there or not at all, also after a power cut. A file that is there is an Error and stays as
// it is, whoever else writes at the same time; so is a path that leads out of the folder, be it by
// a symbolic link. Folders on the way are made. Thread-safe.

#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace kb {

Result<void> write_new_file(const std::filesystem::path& folder, const std::filesystem::path& file,
                            std::string_view content);

}  // namespace kb

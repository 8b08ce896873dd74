// The images and attachments of a generation: which bytes each symbolic path stands for. The bytes
// lie once, by their hash, in a folder that all generations of an index share.
//
//   const StoredFile* file = table.find("kb-file:0/en/images/hub.svg");
//   index / "files" / file->hash
//
// Who may see a file is not told here: the articles that show it tell (generation.h). A value.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kb::index {

struct StoredFile {
  std::string hash;              // 32 hex digits; also its name in the folder
  std::uint64_t size = 0;        // bytes
  std::int64_t modified_ns = 0;  // of the source, to notice changes cheaply
  std::uint32_t width = 0;       // of an image, in CSS pixels; 0: unknown, or no image
  std::uint32_t height = 0;

  bool operator==(const StoredFile&) const = default;
};

class FileTable {
 public:
  static Result<FileTable> decode(std::string_view bytes);
  std::string encode() const;

  const StoredFile* find(std::string_view symbolic) const;
  void put(std::string symbolic, StoredFile file) { files_[std::move(symbolic)] = std::move(file); }
  const std::map<std::string, StoredFile, std::less<>>& all() const { return files_; }

 private:
  std::map<std::string, StoredFile, std::less<>> files_;
};

}  // namespace kb::index

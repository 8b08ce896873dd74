#include "core/index/file_table.h"

#include "core/index/byte_stream.h"

namespace kb::index {

Result<FileTable> FileTable::decode(std::string_view bytes) {
  FileTable table;
  ByteReader in(bytes);
  for (auto left = in.count(); left > 0; --left) {
    std::string symbolic(in.text());
    StoredFile file;
    file.hash = in.text();
    file.size = in.number();
    file.modified_ns = static_cast<std::int64_t>(in.number());
    file.width = static_cast<std::uint32_t>(in.number());
    file.height = static_cast<std::uint32_t>(in.number());
    table.files_.emplace(std::move(symbolic), std::move(file));
  }
  if (!in.ok() || !in.at_end())
    return fail("the table of files is damaged", {}, "rebuild with kb-index build --full");
  return table;
}

std::string FileTable::encode() const {
  ByteWriter out;
  out.number(files_.size());
  for (const auto& [symbolic, file] : files_) {
    out.text(symbolic);
    out.text(file.hash);
    out.number(file.size);
    out.number(static_cast<std::uint64_t>(file.modified_ns));
    out.number(file.width);
    out.number(file.height);
  }
  return out.take();
}

const StoredFile* FileTable::find(std::string_view symbolic) const {
  const auto found = files_.find(symbolic);
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace kb::index

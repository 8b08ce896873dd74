// Makes generations: one builder at a time, live in one atomic step.
//
//   auto builder = GenerationBuilder::begin("var/index", on_wait);   // holds the index's lock
//   … write databases below builder->folder() …
//   builder->publish(manifest, files, /*keep=*/2);                   // CURRENT names it now
//
// A builder that goes without publishing (an error, an exception) removes what it wrote; one that
// is killed leaves it to the next builder to remove. CURRENT is replaced by rename, after
// everything it leads to is on disk. Not thread-safe; other processes wait at begin().

#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "core/base/file_descriptor.h"
#include "core/base/result.h"
#include "core/index/file_table.h"
#include "core/index/generation.h"
#include "core/index/manifest.h"

namespace kb::index {

class GenerationBuilder {
 public:
  // Where another build holds the lock, `on_wait` is told by whom, once, before waiting.
  static Result<GenerationBuilder> begin(const std::filesystem::path& index,
                                         const std::function<void(const std::string&)>& on_wait);

  GenerationBuilder(GenerationBuilder&&) noexcept = default;
  ~GenerationBuilder();

  GenerationNumber number() const { return number_; }
  const std::filesystem::path& folder() const { return folder_; }

  // Takes a database over from a published generation unchanged, by hard links.
  Result<void> carry_over(const Database& database);

  // Copies a file's bytes into the shared folder, unless they are there already.
  Result<StoredFile> store_file(const std::filesystem::path& source, std::int64_t modified_ns);

  // Removes all but the newest `keep` generations besides this one, but none that is being read.
  Result<void> publish(const Manifest& manifest, const FileTable& files, int keep);

 private:
  GenerationBuilder() = default;
  Result<void> sync_everything() const;
  void remove_retired(int keep) const;

  std::filesystem::path index_;
  std::filesystem::path folder_;
  GenerationNumber number_ = 0;
  FileDescriptor lock_;
};

}  // namespace kb::index

// Writes one database (a language for one audience) into a folder of a generation that is still
// being built.
//
//   auto writer = DatabaseWriter::create(folder);          // or continue_from(old, folder)
//   writer->put(prepare(article, analyser));  writer->erase("old/article");
//   Result<DatabaseFacts> facts = writer->finish();        // everything is on disk
//
// Nothing is live until the generation is published, so a failure or a crash on the way loses
// nothing. Not thread-safe: one writer a database; writers of different databases run in parallel.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/index/document.h"

namespace kb::index {

struct DatabaseFacts {
  std::uint64_t articles = 0;
  std::uint64_t sections = 0;
  std::uint64_t words = 0;
};

class DatabaseWriter {
 public:
  static Result<DatabaseWriter> create(const std::filesystem::path& folder);

  // Starts with a copy of `old`, a database of a published generation.
  static Result<DatabaseWriter> continue_from(const std::filesystem::path& old,
                                              const std::filesystem::path& folder);

  DatabaseWriter(DatabaseWriter&&) noexcept;
  ~DatabaseWriter();

  Result<void> put(PreparedArticle article);  // replaces the article of the same id
  Result<void> erase(std::string_view id);
  Result<DatabaseFacts> finish();

  const Catalogue& catalogue() const;

 private:
  class Impl;
  explicit DatabaseWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Names of the files beside Xapian's own in a database's folder.
inline constexpr const char* kCatalogueFile = "articles.catalogue";
inline constexpr const char* kRecordsFile = "articles.records";

}  // namespace kb::index

// The baseline: what Xapian does when it is used plainly, as its own tutorial shows it.
//
//   index_plainly(files, "plain.db");         // one thread, raw text, one database, one commit
//   PlainSearch search("plain.db");
//   search.run({"de", "rechnung bezahlen"})   // the match alone: top 10, document data read
//
// Not thread-safe. Xapian's exceptions end the benchmark: there is nothing to compare with then.

#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "indexer/source_scan.h"
#include "scripts/benchmarks/queries.h"

namespace kb::bench {

void index_plainly(const std::vector<SourceFile>& files, const std::filesystem::path& database);

// Each line of a file as a text of its own, in no language.
void index_lines_plainly(const std::filesystem::path& file, const std::filesystem::path& database);

class PlainSearch {
 public:
  explicit PlainSearch(const std::filesystem::path& database);
  ~PlainSearch();

  struct Found {
    std::size_t hits = 0;
    std::size_t bytes = 0;  // of document data read
  };
  Found run(const SearchQuery& query);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb::bench

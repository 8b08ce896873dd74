// What all measurements work on: one site, the programs built for it, a folder to write in.
//
//   Bench bench{config, scan.files, queries, "build/release/bin", "/tmp/bench",
//   "/tmp/bench/kb.yaml"}; Result<std::vector<Row>> rows = measure_indexing(bench);    //
//   indexing.h, searching.h, …
//
// A plain value. Measurements follow one another: searching needs the index that indexing made.

#pragma once

#include <filesystem>
#include <vector>

#include "core/base/config.h"
#include "indexer/source_scan.h"
#include "scripts/benchmarks/queries.h"

namespace kb::bench {

struct Bench {
  Config config;
  std::vector<SourceFile> files;
  std::vector<SearchQuery> queries;
  std::filesystem::path programs;
  std::filesystem::path scratch;
  std::filesystem::path config_file;

  std::filesystem::path plain_database() const { return scratch / "plain.db"; }
};

}  // namespace kb::bench

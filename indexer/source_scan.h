// Finds the articles of all sources: what each file is called, in which language, and whether it
// might have changed. Reads no file, but those outside any language.
//
//   Scan scan = scan_sources(config);
//   scan.files   // in order of language and id
//   scan.problems  // "content/articles/imgs: 'imgs' is no language tag; …"
//
// Symbolic links are followed to files within their source only. Not thread-safe as to files that
// change meanwhile: the next build sees them.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/article/article.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "indexer/layout.h"

namespace kb {

struct SourceFile {
  std::size_t source = 0;      // index into Config::sources
  std::string path;            // relative to the source, with slashes
  std::filesystem::path file;  // as the user can open it
  std::string lang;
  std::string id;
  Kind kind = Kind::article;
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;

  std::string key() const { return std::to_string(source) + "/" + path; }
};

// A file that names categories: categories.yaml at a source's root, or a _category_.json.
struct CategoryFile {
  std::size_t source = 0;
  std::string path;            // relative to the source
  std::filesystem::path file;  // as the user can open it
};

struct Scan {
  std::vector<SourceFile> files;
  std::vector<SourceFile> duplicates;  // left out: another file has their id
  std::vector<CategoryFile> category_files;
  std::vector<std::string> unreadable;  // beginnings of keys: sources and folders not seen now
  std::vector<Error> problems;
};

Scan scan_sources(const Config& config);

}  // namespace kb

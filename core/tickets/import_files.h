// Which files an import reads, and how: what kb.yaml says of a source, or a file given by hand.
//
//   import_files(config, source)                       // all files of a `kind: tickets` source
//   import_file(config, "export.csv", "desk", "")      // "csv", by the file's name
//
// Fails where a folder cannot be read, or nothing tells a file's format. Thread-safe.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/tickets/ticket_file.h"

namespace kb::tickets {

struct ImportFile {
  std::filesystem::path path;
  std::string source;  // the helpdesk's name
  FileOptions options;
};

Result<std::vector<ImportFile>> import_files(const Config& config, const SourceConfig& source);

// `source` and `format` may be empty: the file's name tells.
Result<ImportFile> import_file(const Config& config, const std::filesystem::path& path,
                               const std::string& source, const std::string& format);

}  // namespace kb::tickets

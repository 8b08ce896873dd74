// The team's synonyms.yaml, to which a writer adds a pair from the browser: docs/writer.md shows
// the file.
//
//   const auto path = synonym_file_of(config, "pl");       // content/search/pl/synonyms.yaml
//   auto text = with_synonym(before, {"kasy", "kosztów"}); // "  - {from: kasy, to: kosztów}" more
//   if (text && *text) write_synonym_file(path, **text)
//
// The text stays as it is, with its comments, order and ends of lines: one line comes to it. A file
// written in another way than docs/writer.md shows is an Error that says which line to add by hand.
// Thread-safe; who reads and writes keeps others from writing between.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/config.h"
#include "core/base/result.h"

namespace kb {

struct SynonymPair {
  std::string asked;  // who types this …
  std::string found;  // … also finds this
};

// In the language's folder, however its name is written; need not be there.
std::filesystem::path synonym_file_of(const Config& config, std::string_view lang);

// Nothing: the pair is in it already.
Result<std::optional<std::string>> with_synonym(std::string_view file, const SynonymPair& pair);

// Empty where there is none yet.
Result<std::string> read_synonym_file(const std::filesystem::path& path);

// Wholly or not at all. Makes the folder; a file that is write-protected stays.
Result<void> write_synonym_file(const std::filesystem::path& path, std::string_view text);

}  // namespace kb

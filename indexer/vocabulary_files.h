// The team's words for search, from the files in kb.yaml's search.path: a folder per language with
// synonyms.yaml, pins.yaml, stopwords.yaml; and where its judgements.tsv is.
//
//   VocabularyFiles found = read_vocabularies(config);
//   found.vocabularies["en"].synonyms[0].from     // {"refund", "money back"}
//   found.problems                                // "content/search/en/pins.yaml:4: …"
//
// docs/writer.md shows the files. All of them, and the folder, may be missing. An entry that cannot
// be used is told with its line; the rest counts. Of a file that is no YAML nothing counts.
// Thread-safe.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/vocabulary.h"

namespace kb {

inline constexpr const char* kSynonymsFile = "synonyms.yaml";
inline constexpr const char* kPinsFile = "pins.yaml";
inline constexpr const char* kStopWordsFile = "stopwords.yaml";
inline constexpr const char* kJudgementsFile = "judgements.tsv";

struct VocabularyFiles {
  index::Vocabularies vocabularies;                      // of languages that have any
  std::map<std::string, std::filesystem::path> folders;  // of every language's files
  std::vector<Error> problems;
};

VocabularyFiles read_vocabularies(const Config& config);

}  // namespace kb

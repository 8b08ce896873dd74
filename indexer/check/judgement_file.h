// What the team expects of its search: judgements.tsv, a query and the article that it should find
// on each line.
//
//   JudgementFile read = read_judgement_file("content/search/en/judgements.tsv");
//   // query<TAB>article id[<TAB>within]          where is my parcel	delivery/track-parcel	3
//   read.judgements[0].within                     // 3: among the first three; else 1
//
// Empty lines and those that begin with # are left out; a line that is neither is a problem with
// its place, and the others count. A missing file has none. Thread-safe.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace kb {

struct ExpectedArticle {
  std::string query;
  std::string article;  // its id
  int within = 1;       // how far down it may be
  int line = 0;
};

struct JudgementFile {
  std::vector<ExpectedArticle> judgements;
  std::vector<Error> problems;
};

inline constexpr int kFarthestWithin = 20;

JudgementFile read_judgement_file(const std::filesystem::path& file);

}  // namespace kb

// What a search should find: queries, and the articles that are right for them, as TREC has it.
//
//   Q.tsv    qid<TAB>text                     q17	where is my parcel
//   Q.qrels  qid 0 lang/id relevance          q17 0 en/delivery/track-parcel 1
//
//   Result<Judgements> read = read_judgements("Q.tsv", "Q.qrels");
//
// Spaces in an id are written %20. A line that is neither is an Error with its place. A plain
// value.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace kb {

using Relevance = std::map<std::string, int>;  // "lang/id" -> above 0: relevant

struct JudgedQuery {
  std::string id;
  std::string text;
  Relevance relevant;
};

struct Judgements {
  std::vector<JudgedQuery> queries;  // those with a relevant article, in their file's order
  std::size_t unjudged = 0;          // queries without one: left out
};

Result<Judgements> read_judgements(const std::filesystem::path& queries,
                                   const std::filesystem::path& qrels);

}  // namespace kb

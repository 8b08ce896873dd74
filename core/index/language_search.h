// The search in one language: candidates by Xapian's BM25, then the best of them ranked anew by all
// the evidence there is (answer_evidence.h).
//
//   LanguageSearch search(generation, handle, {query, "billing", now, …});
//   Result<LanguageMatches> found = search.run(skip, count);
//   found->ranked[0].document, found->total
//
// The first kRankedAnew matches are ranked anew, whichever page is asked for, so pages fit
// together. Throws Xapian::Error (xapian_seam.h). One per search; not thread-safe.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/index/language_handle.h"
#include "core/index/query_builder.h"

namespace kb::index {

struct LanguageSearchRequest {
  const Query& query;
  std::string category;                  // only this one; empty: all
  std::vector<std::string> pinned = {};  // ids of the articles that come first
  Time now = {};
  CommonWords common = CommonWords::may_match;
  const std::vector<bool>* shown = nullptr;  // by article number: those to leave out
  std::size_t exact_total = 0;               // totals above are lower bounds
  bool note_categories = false;
  bool note_articles = false;
  bool explain = false;
};

struct RankedMatch {
  LanguageHandle::Number document = 0;
  double score = 0;
  double by_words = 0;  // its parts: BM25, and
  double by_whole = 0;  // answer_evidence.h; and
  double prior = 1;     // ranking_prior.h
  bool pinned = false;
};

struct LanguageMatches {
  std::vector<RankedMatch> ranked;  // those asked for
  std::size_t total = 0;
  bool total_is_lower_bound = false;
  std::map<std::string, std::size_t> by_category;  // where asked for
  std::vector<std::uint32_t> articles;             // of all matches, where asked for
  std::string explanation;                         // where asked for
};

class LanguageSearch {
 public:
  LanguageSearch(const Generation& generation, const LanguageHandle& handle,
                 const LanguageSearchRequest& request);

  Result<LanguageMatches> run(std::size_t skip, std::size_t count) const;

 private:
  Result<LanguageMatches> run(std::size_t skip, std::size_t count, CommonWords common) const;
  std::vector<RankedMatch> pinned_matches() const;
  std::vector<EvidenceWord> evidence_words() const;
  void rank_anew(std::vector<RankedMatch>& candidates) const;

  const Generation& generation_;
  const LanguageHandle& handle_;
  const LanguageSearchRequest& request_;
};

}  // namespace kb::index

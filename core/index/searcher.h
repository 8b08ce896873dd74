// Searches one generation: whole articles are ranked, each hit points at its best section.
//
//   Searcher searcher(generation, stemmers);
//   Result<SearchResults> found = searcher.search({.text = "refund", .lang = "ro",
//                                                  .fallbacks = {"en"}, .now = clock.now()});
//   found->hits[0].id, found->hits[0].snippet_html
//
// Results in the reader's language come first, then those of the fallbacks, each article once:
// where an article matches in another language only, the version that the reader reads is shown.
// What is typed in another language than the reader's is searched in that one, too. Where nothing
// matches, what may have been meant is tried: misspelt, another keyboard's layout, another
// alphabet.
//
// Not thread-safe: one per thread (searcher_pool.h); databases are opened at their first use. An
// index that cannot be read is an Error, never "no results".

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "core/index/related.h"
#include "core/index/similar.h"

namespace kb::text {
class Stemmers;
}

namespace kb::index {

inline constexpr std::size_t kExactTotal = 1000;  // totals above are lower bounds

struct SearchRequest {
  std::string text;
  std::string lang;                    // the reader's; need not be published; empty: not told
  std::vector<std::string> fallbacks;  // searched after it, in this order
  std::string category = {};           // only this one; empty: all
  std::size_t limit = 10;              // 1 to 100
  std::size_t offset = 0;              // 0 to 10,000
  Audience audience = Audience::everyone;
  Time now = {};
  bool verbatim = false;       // what was typed and nothing else: no correction
  bool typed_language = true;  // also the language that the text is in, if it is another
  bool all_languages = false;  // the fallbacks, too, where the reader's language has plenty
  bool count_categories = false;
  bool explain = false;

  // The text is a message rather than words to search for: its most telling words are searched for
  // (message_words.h), nothing in it is an operator, nothing is corrected.
  bool message = false;
  std::string subject = {};  // of the message
};

struct SectionHit {
  std::string title;
  std::string anchor;
};

struct Hit {
  std::string id;
  std::string lang;
  std::string title;
  std::string category;
  Kind kind = Kind::article;
  std::optional<SectionHit> section;
  std::string snippet_html;
  double score = 0;       // comparable within one language of one search
  bool fallback = false;  // not in the reader's language
  bool pinned = false;    // the team put it first for this query
  std::string found_in;   // the language that matched, where it is not the one shown
};

// "pl/billing/refund", as trails, events and judgements name it.
inline std::string object_of(const Hit& hit) {
  return hit.lang + "/" + hit.id;
}

struct SearchResults {
  std::vector<Hit> hits;
  std::size_t total = 0;
  bool total_is_lower_bound = false;
  std::map<std::string, std::size_t> by_category;  // of all matches, where asked for
  std::optional<std::string> corrected;     // searched instead of the text, which found nothing
  std::optional<std::string> did_you_mean;  // the text found little: this may be better
  std::vector<std::string> explanation;     // where asked for: why these results, line by line
};

class Searcher {
 public:
  Searcher(std::shared_ptr<const Generation> generation, text::Stemmers& stemmers);
  Searcher(Searcher&&) noexcept;
  ~Searcher();

  Result<SearchResults> search(const SearchRequest& request);

  // Articles about the same things, by the words that are most telling of this one.
  Result<std::vector<Row>> related(const RelatedRequest& request);

  // Resolved tickets that ask what a message asks; for agents only.
  Result<SimilarTickets> similar(const SimilarRequest& request);

  const Generation& generation() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kb::index

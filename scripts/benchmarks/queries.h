// Queries as customers might type them: words out of the pages' titles and descriptions.
//
//   make_queries(files, 4000, 1)  -> {"de", "dateien komprimieren"}, {"en", "tar archive"}, …
//
// Distinct, spread over the languages as the pages are, one to five words; the same for the same
// seed. In scripts without spaces a "word" is a short run of letters. Pure but for reading the
// files; a file that cannot be read gives no query.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/source_scan.h"

namespace kb::bench {

struct SearchQuery {
  std::string lang;
  std::string text;

  auto operator<=>(const SearchQuery&) const = default;
};

// Fewer than `count` where the pages do not have that many different ones.
std::vector<SearchQuery> make_queries(const std::vector<SourceFile>& files, std::size_t count,
                                      std::uint64_t seed);

}  // namespace kb::bench

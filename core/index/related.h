// Articles about the same things as one article, by the words that are most telling of it.
//
//   Result<std::vector<Row>> rows = related_articles(handle, {.id = "billing/refund", …}, *found);
//
// Throws Xapian::Error (xapian_seam.h); as thread-safe as the handle. An article that is not found
// by searching (unlisted) has none.

#pragma once

#include <vector>

#include "core/index/language_handle.h"

namespace kb::index {

struct RelatedRequest {
  std::string id;
  std::string lang;
  std::size_t limit = 5;
  Audience audience = Audience::everyone;
  Time now = {};
};

// `article`: the one of the request, as its audience reads it.
Result<std::vector<Row>> related_articles(const Generation& generation,
                                          const LanguageHandle& handle,
                                          const RelatedRequest& request,
                                          const Generation::Found& article);

}  // namespace kb::index

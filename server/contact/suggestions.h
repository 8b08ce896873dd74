// What may answer a message before it is sent: articles and answers for everyone, each with the
// passage that answers, less those that its writer read already or that did not help.
//
//   auto lease = center.searchers.lease();
//   auto found = find_suggestions(center, *lease, {.subject = …, .text = …, .lang = "pl",
//                                                  .known = trail.rejected()});
//   found->suggestions[0].passage_html
//
// Belongs to the thread that leased the searcher. What the index cannot give is an Error; a passage
// that cannot be cut out of its article is the section's plain text.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/index/searcher.h"
#include "server/help_center.h"

namespace kb {

struct SuggestionRequest {
  std::string subject = {};
  std::string text = {};
  std::string lang = {};
  std::size_t limit = 3;
  std::vector<std::string> known = {};  // not again: "pl/billing/refund"
};

struct Suggestion {
  index::Hit hit;
  std::string passage_html;
};

struct Suggestions {
  std::vector<Suggestion> list = {};
  std::size_t total = 0;
  bool total_is_lower_bound = false;
};

Result<Suggestions> find_suggestions(const HelpCenter& center, index::Searcher& searcher,
                                     const SuggestionRequest& request);

}  // namespace kb

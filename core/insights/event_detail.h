// What events tell beside their own fields: the JSON in store::Event::detail, read for counting.
//
//   search_detail(R"({"shown": ["pl/billing/refund"], "corrected": "zwrot", "page": 2})")
//     -> {.shown = {"pl/billing/refund"}, .is_corrected = true, .is_narrowed = true}
//   vote_detail(R"({"changes": true, "reason": "outdated"})")
//
// What cannot be read, or is of another kind than expected, counts as not told. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb::insights {

struct SearchDetail {
  std::vector<std::string> shown = {};  // articles, "pl/billing/refund"
  bool is_corrected = false;
  bool is_fallback = false;  // the first result is in another language than asked
  bool is_narrowed = false;  // a later page, or one category: more of a search made before

  bool operator==(const SearchDetail&) const = default;
};

struct VoteDetail {
  std::string reason = {};  // "outdated", "unclear", "not_my_case", "wrong_language"
  bool changes = false;     // adds to the vote before it, and is none of its own

  bool operator==(const VoteDetail&) const = default;
};

SearchDetail search_detail(std::string_view json);
VoteDetail vote_detail(std::string_view json);

}  // namespace kb::insights

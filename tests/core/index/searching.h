// A test of the searcher: articles in, what a reader finds out.
//
//   TEST_F(Searching, FindsRefunds) {
//     index_.publish({article("en", "a/refund", "Refund", "Money.")});
//     EXPECT_THAT(found(request_for("refunds")), ElementsAre("en/a/refund"));
//   }
//
// Each result is "lang/id", with ~ before it where it is in a fallback language. Errors fail the
// test.

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/index/searcher.h"
#include "tests/core/index/small_index.h"

namespace kb::index {

constexpr Time kSearchTime{std::chrono::seconds{1'770'000'000}};

inline SearchRequest request_for(std::string text, std::string lang = "en",
                                 std::vector<std::string> fallbacks = {}) {
  return {.text = std::move(text),
          .lang = std::move(lang),
          .fallbacks = std::move(fallbacks),
          .now = kSearchTime};
}

inline std::vector<std::string> hits(const SearchResults& results) {
  std::vector<std::string> list;
  for (const auto& hit : results.hits)
    list.push_back((hit.fallback ? "~" : "") + hit.lang + "/" + hit.id);
  return list;
}

class Searching : public testing::Test {
 protected:
  SearchResults search(const SearchRequest& request) {
    Searcher searcher(index_.open(), index_.stemmers());
    auto found = searcher.search(request);
    EXPECT_TRUE(found) << to_line(found.error());
    return found ? *found : SearchResults{};
  }
  std::vector<std::string> found(const SearchRequest& request) { return hits(search(request)); }

  SmallIndex index_;
};

}  // namespace kb::index

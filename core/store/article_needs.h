// Questions that agents found no article for: the evidence for what is to be written.
//
//   add_need(sql, {.lang = "pl", .question = redacted, .ticket = "zendesk/1042", .who = "ana",
//                  .at = clock.now()});
//   for (const auto& need : *list_needs(sql, "pl", 50)) …       // the newest first
//
// Questions come redacted. The same question by the same person for the same ticket is one need,
// however often it is sent. Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct ArticleNeed {
  std::int64_t id = 0;    // given by add_need
  std::string lang = {};  // of the question; empty: not known
  std::string question = {};
  std::string ticket = {};  // "zendesk/1042"; may be empty
  std::string who = {};
  Time at = {};

  bool operator==(const ArticleNeed&) const = default;
};

Result<std::int64_t> add_need(Sql& sql, const ArticleNeed& need);  // its id
Result<std::vector<ArticleNeed>> list_needs(Sql& sql, std::string_view lang, int limit);

}  // namespace kb::store

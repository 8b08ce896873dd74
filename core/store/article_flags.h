// What agents found wrong with an article, for its owner to mend.
//
//   add_flag(sql, {.lang = "en", .article = "billing/refund", .kind = FlagKind::outdated,
//                  .note = "The page was renamed", .ticket = "zendesk/1042", .owner = "billing",
//                  .who = "ana", .at = clock.now()});
//   for (const auto& flag : *open_flags(sql)) …            // by owner, the oldest first
//   close_flag(sql, flag.id, "mihai", "Mended", now);      // false: somebody else had closed it
//
// Who flags the same thing for the same ticket again changes their note: a form that is sent twice
// makes one flag. Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

enum class FlagKind { wrong, outdated, unclear, missing };

std::string_view flag_kind_name(FlagKind kind);
std::optional<FlagKind> parse_flag_kind(std::string_view name);

struct ArticleFlag {
  std::int64_t id = 0;  // given by add_flag
  std::string lang = {};
  std::string article = {};  // its id
  FlagKind kind = FlagKind::wrong;
  std::string note = {};
  std::string ticket = {};  // "zendesk/1042"; may be empty
  std::string owner = {};   // as the article's front matter says; may be empty
  std::string who = {};
  Time at = {};

  bool operator==(const ArticleFlag&) const = default;
};

Result<std::int64_t> add_flag(Sql& sql, const ArticleFlag& flag);  // its id
Result<std::vector<ArticleFlag>> open_flags(Sql& sql, int limit = 1000);
Result<std::int64_t> count_open_flags(Sql& sql);
Result<std::optional<ArticleFlag>> find_open_flag(Sql& sql, std::int64_t id);

// False where it is not open. `note`: what was done about it.
Result<bool> close_flag(Sql& sql, std::int64_t id, std::string_view who, std::string_view note,
                        Time now);

}  // namespace kb::store

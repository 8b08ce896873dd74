// Topics pinned to the home page until a day: what many ask about right now.
//
//   add_notice(sql, {.lang = "pl", .text = "Opóźnione paczki", .article = "pl/delivery/late",
//                    .until_day = 20'420, .who = "ana", .created = now});
//   for (const Notice& notice : *notices_on(sql, today)) …
//
// Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/store/sql.h"

namespace kb::store {

struct Notice {
  std::int64_t id = 0;         // given by add_notice
  std::string lang = {};       // of the pages that show it; empty: all
  std::string text = {};       // one line
  std::string article = {};    // "pl/delivery/late": where it leads; may be empty
  std::int64_t gap = 0;        // what it is about; 0: none
  std::int64_t until_day = 0;  // the last day that shows it
  std::string who = {};
  Time created = {};

  bool operator==(const Notice&) const = default;
};

Result<std::int64_t> add_notice(Sql& sql, const Notice& notice);
Result<std::vector<Notice>> notices_on(Sql& sql, std::int64_t day);  // not over, the newest first
Result<bool> remove_notice(Sql& sql, std::int64_t id);               // false: not there

}  // namespace kb::store

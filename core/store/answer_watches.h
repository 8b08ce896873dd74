// Who asked to be told when a question is answered: an e-mail address that its owner confirmed.
//
//   add_watch(sql, watch);                             // a mail asks to confirm
//   confirm_watch(sql, hash_of_secret(token), now);    // false: no such watch
//   for (const auto& watch : *open_watches(sql)) …     // told once, then forgotten
//
// Unconfirmed ones go after two days. Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct AnswerWatch {
  std::int64_t id = 0;
  std::string token_hash = {};
  std::string email = {};
  std::string customer = {};  // keyed hash of the address
  std::string lang = {};
  std::string query = {};    // redacted; of an article's "no": ""
  std::string article = {};  // "en/billing/refund"; of an empty search: ""
  std::string seen = {};     // content hash of the article as it did not help
  Time created = {};
  std::optional<Time> confirmed = {};

  bool operator==(const AnswerWatch&) const = default;
};

// The same address for the same thing again: the first one stays, with the new token and what was
// seen now.
Result<std::int64_t> add_watch(Sql& sql, const AnswerWatch& watch);
Result<bool> confirm_watch(Sql& sql, std::string_view token_hash, Time now);
Result<bool> drop_watch(Sql& sql, std::string_view token_hash);  // "stop"
Result<std::vector<AnswerWatch>> open_watches(Sql& sql);         // confirmed, not told yet
Result<std::vector<AnswerWatch>> watches_of(Sql& sql, std::string_view customer);
Result<void> remove_watch(Sql& sql, std::int64_t id);  // told
Result<std::int64_t> drop_unconfirmed_watches(Sql& sql, Time before);
Result<std::int64_t> drop_watches_of(Sql& sql, std::string_view customer);

}  // namespace kb::store

// Who is logged in, from which browser, until when. A session is known by the hash of its secret
// (hash_of_secret, core/base/secrets.h); the secret itself is in the cookie alone.
//
//   add_session(sql, {.hash = hash_of_secret(token), .user_id = user.id, .csrf = random_token(),
//   …}); auto session = find_session(sql, hash_of_secret(cookie), clock.now());   // none: expired
//   or none end_sessions(sql, user.id, session->hash);                               // all but
//   this one
//
// Functions on a transaction: Sql decides the thread. A session of a disabled user is none.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct Session {
  std::string hash = {};
  std::int64_t user_id = 0;
  std::string csrf = {};
  Time created = {};
  Time expires = {};
  std::string address = {};
  std::string browser = {};

  bool operator==(const Session&) const = default;
};

Result<void> add_session(Sql& sql, const Session& session);
Result<std::optional<Session>> find_session(Sql& sql, std::string_view hash, Time now);
Result<std::vector<Session>> list_sessions(Sql& sql, std::int64_t user_id,
                                           Time now);  // newest first
Result<void> extend_session(Sql& sql, std::string_view hash, Time expires);

// Each tells how many ended.
Result<std::int64_t> end_session(Sql& sql, std::string_view hash);
Result<std::int64_t> end_sessions(Sql& sql, std::int64_t user_id,
                                  std::string_view except_hash = {});
Result<std::int64_t> end_expired_sessions(Sql& sql, Time now);

}  // namespace kb::store

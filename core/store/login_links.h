// Links that let a person in once, to set a password. Known by the hash of the link's secret.
//
//   add_login_link(sql, {hash_of_secret(token), user.id, clock.now() + 24h});   // ends older ones
//   auto link = find_login_link(sql, hash, clock.now());      // to show the form; does not use it
//   up auto user_id = use_login_link(sql, hash, clock.now());    // once; then there is none
//
// Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct LoginLink {
  std::string hash = {};
  std::int64_t user_id = 0;
  Time expires = {};

  bool operator==(const LoginLink&) const = default;
};

Result<void> add_login_link(Sql& sql, const LoginLink& link);
Result<std::optional<LoginLink>> find_login_link(Sql& sql, std::string_view hash, Time now);
Result<std::optional<std::int64_t>> use_login_link(Sql& sql, std::string_view hash, Time now);
Result<std::int64_t> remove_expired_login_links(Sql& sql, Time now);

}  // namespace kb::store

// Accounts of the people who work with the help center.
//
//   auto user = add_user(sql, {.name = "ana", .role = Role::writer, .created = clock.now()});
//   auto found = find_user(sql, "Ana");              // names know no upper case (ASCII)
//   set_user_role(sql, user->id, Role::admin);
//
// Functions on a transaction: Sql decides the thread. A name that is taken or none, and a user who
// is not there, are Errors; an account is never removed, since the audit log names it.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/role.h"
#include "core/store/sql.h"

namespace kb::store {

struct User {
  std::int64_t id = 0;  // given by add_user
  std::string name = {};
  std::string full_name = {};
  Role role = Role::agent;
  std::string password = {};  // its hash; empty: cannot log in by password
  bool disabled = false;
  Time created = {};

  bool operator==(const User&) const = default;
};

// The name as it is kept: in lower case; 1 to 100 bytes without spaces and control characters.
Result<std::string> user_name(std::string_view given);

Result<User> add_user(Sql& sql, User user);
Result<std::optional<User>> find_user(Sql& sql, std::string_view name);
Result<std::optional<User>> find_user(Sql& sql, std::int64_t id);
Result<std::vector<User>> list_users(Sql& sql);         // by name
Result<std::int64_t> count_users(Sql& sql, Role role);  // of those who are not disabled

Result<void> set_user_role(Sql& sql, std::int64_t id, Role role);
Result<void> set_user_password(Sql& sql, std::int64_t id, std::string_view hash);
Result<void> set_user_disabled(Sql& sql, std::int64_t id, bool disabled);

}  // namespace kb::store

#include "core/store/users.h"

#include <algorithm>

namespace kb::store {
namespace {

constexpr std::size_t kLongestName = 100;

std::string select_users(std::string_view which) {
  return "SELECT id, name, full_name, role, password, disabled, created FROM users " +
         std::string(which);
}

Result<User> user_of(const Row& row) {
  const auto role = parse_role(row.text(3));
  if (!role) return fail(role.error());
  return User{row.integer(0), row.text(1),         row.text(2), *role,
              row.text(4),    row.integer(5) != 0, row.time(6)};
}

Result<std::optional<User>> maybe_user(const Result<std::optional<Row>>& row) {
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  auto user = user_of(**row);
  if (!user) return fail(user.error());
  return std::optional(std::move(*user));
}

Result<void> expect_one_user(const Result<std::int64_t>& changed, std::int64_t id) {
  if (!changed) return fail(changed.error());
  if (*changed == 0) return fail("there is no user with the number " + std::to_string(id));
  return {};
}

}  // namespace

Result<std::string> user_name(std::string_view given) {
  std::string name(given);
  for (char& byte : name)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  const bool written = std::none_of(name.begin(), name.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value <= ' ' || value == 0x7f;
  });
  if (!name.empty() && name.size() <= kLongestName && written) return name;
  return fail("no name of a user: '" + std::string(given.substr(0, kLongestName)) + "'", {},
              "take 1 to 100 characters without spaces");
}

Result<User> add_user(Sql& sql, User user) {
  auto name = user_name(user.name);
  if (!name) return fail(name.error());
  user.name = std::move(*name);
  const auto taken = find_user(sql, user.name);
  if (!taken) return fail(taken.error());
  if (*taken) return fail("there is a user " + user.name + " already", {}, "take another name");
  const auto row = sql.one(
      "INSERT INTO users (name, full_name, role, password, disabled, created) "
      "VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
      {user.name, user.full_name, role_name(user.role), user.password, user.disabled,
       user.created});
  if (!row) return fail(row.error());
  user.id = (*row)->integer(0);
  return user;
}

Result<std::optional<User>> find_user(Sql& sql, std::string_view given) {
  const auto name = user_name(given);
  if (!name) return std::nullopt;  // nobody can have it
  return maybe_user(sql.one(select_users("WHERE name = $1"), {*name}));
}

Result<std::optional<User>> find_user(Sql& sql, std::int64_t id) {
  return maybe_user(sql.one(select_users("WHERE id = $1"), {id}));
}

Result<std::vector<User>> list_users(Sql& sql) {
  std::vector<User> users;
  auto done = sql.each(select_users("ORDER BY name"), {}, [&](const Row& row) -> Result<void> {
    auto user = user_of(row);
    if (!user) return fail(user.error());
    users.push_back(std::move(*user));
    return {};
  });
  if (!done) return fail(done.error());
  return users;
}

Result<std::int64_t> count_users(Sql& sql, Role role) {
  const auto row =
      sql.one("SELECT count(*) FROM users WHERE role = $1 AND disabled = 0", {role_name(role)});
  if (!row) return fail(row.error());
  return (*row)->integer(0);
}

Result<void> set_user_role(Sql& sql, std::int64_t id, Role role) {
  return expect_one_user(
      sql.change("UPDATE users SET role = $2 WHERE id = $1", {id, role_name(role)}), id);
}

Result<void> set_user_password(Sql& sql, std::int64_t id, std::string_view hash) {
  return expect_one_user(sql.change("UPDATE users SET password = $2 WHERE id = $1", {id, hash}),
                         id);
}

Result<void> set_user_disabled(Sql& sql, std::int64_t id, bool disabled) {
  return expect_one_user(sql.change("UPDATE users SET disabled = $2 WHERE id = $1", {id, disabled}),
                         id);
}

}  // namespace kb::store

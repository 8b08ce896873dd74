// Keys that the store makes for itself at first use and keeps.
//
//   store.write([](Sql& sql) { return secret(sql, "customers"); });      // made where there is
//   none store.read([](Sql& sql) { return find_secret(sql, "customers"); });  // none yet: nothing
//
// Each is a random_key() (core/base/secrets.h). Functions on a transaction: Sql decides the thread.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/store/sql.h"

namespace kb::store {

Result<std::optional<std::string>> find_secret(Sql& sql, std::string_view name);
Result<std::string> secret(Sql& sql, std::string_view name);

}  // namespace kb::store

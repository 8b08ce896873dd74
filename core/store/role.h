// What somebody may see and do: each role may do what those before it may.
//
//   if (user.role >= Role::writer) …
//   parse_role("writer")                    // or an Error that names the roles
//
// Pure, thread-safe.

#pragma once

#include <string_view>

#include "core/base/result.h"

namespace kb::store {

enum class Role { anyone, agent, writer, admin };

std::string_view role_name(Role role);
Result<Role> parse_role(std::string_view name);

}  // namespace kb::store

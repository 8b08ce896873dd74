#include "core/store/role.h"

#include <array>
#include <string>

namespace kb::store {
namespace {

constexpr std::array<std::string_view, 4> kRoleNames = {"anyone", "agent", "writer", "admin"};
static_assert(kRoleNames.size() == static_cast<std::size_t>(Role::admin) + 1);

}  // namespace

std::string_view role_name(Role role) {
  return kRoleNames.at(static_cast<std::size_t>(role));
}

Result<Role> parse_role(std::string_view name) {
  for (std::size_t i = 0; i < kRoleNames.size(); ++i)
    if (kRoleNames.at(i) == name) return static_cast<Role>(i);
  return fail("no role: '" + std::string(name) + "'", {}, "it is one of agent, writer, admin");
}

}  // namespace kb::store

// Who may ask for what: one table of every page and method, asked before anything is done.
//
//   const Permission* permission = find_permission(Page::writer, "POST");
//   if (!permission) …                          // no such method: 405 with allowed_methods(page)
//   permission->least                           // Role::writer
//
// A page that is not in the table is answered to nobody. Pure, thread-safe.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/login/api_scope.h"
#include "server/login/identity.h"
#include "server/route.h"

namespace kb {

// What keeps a form of another site from being sent in the name of who is logged in.
enum class Csrf {
  none,    // changes nothing
  origin,  // comes from a page of this site, as browsers tell
  token,   // and carries the session's token
};

struct Permission {
  Page page;
  std::string_view method;             // "GET" goes for HEAD too
  Role least;                          // anyone: customers too, and nobody's identity is looked up
  std::optional<ApiScope> scope = {};  // of tokens that may ask too; none: no token may
  Csrf csrf = Csrf::none;
  bool is_api = false;  // answers programs: refusals are problems, not pages
};

std::span<const Permission> permissions();

// Null where nobody may ask for that page in that way.
const Permission* find_permission(Page page, std::string_view method);
std::string allowed_methods(Page page);  // "GET, HEAD, POST"

bool allows(const Permission& permission, const Identity& identity);

}  // namespace kb

// Who asks: nobody, a person who logged in, a program with an API token.
//
//   if (identity.may(Role::writer)) …            // what the page shows besides
//   audit(sql, staff, "article.flag", "en/refund", "wrong");     // under identity.name
//
// What may be asked at all is decided before, in permissions.h. A plain value of one request.

#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "core/store/role.h"
#include "server/login/api_scope.h"

namespace kb {

using store::Role;

struct Identity {
  enum class Way { none, session, token, proxy };

  Way way = Way::none;
  Role role = Role::anyone;    // a token has none: it has scopes
  std::int64_t user = 0;       // the account's number; 0: a token, or nobody
  std::string name = {};       // as the audit log says it: "ana", "token zendesk"
  std::string full_name = {};  // as pages say it; may be empty
  std::string session = {};    // hash of the session's secret; empty: no session
  std::string csrf = {};       // what each form sends back; empty where none is asked for
  std::set<ApiScope> scopes = {};

  bool may(Role least) const { return role >= least; }
  bool may(ApiScope scope) const { return scopes.contains(scope); }
  const std::string& shown_name() const { return full_name.empty() ? name : full_name; }
};

}  // namespace kb

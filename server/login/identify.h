// Finds out who asks: by API token, session cookie, or what a trusted proxy says, in this order.
//
//   auto identity = identify(center, *store, request);
//   if (!identity) …                             // the store could not tell
//   if (identity->way == Identity::Way::none) …  // nobody that is known
//
// A session that is used lives on (login.session_hours from then); an account that only the proxy
// knows is made at first sight. Writes for either are few: a session's end moves at most every five
// minutes, a token's last use every minute. Thread-safe.

#pragma once

#include "core/store/store.h"
#include "server/help_center.h"
#include "server/http/message.h"
#include "server/login/identity.h"

namespace kb {

Result<Identity> identify(const HelpCenter& center, store::Store& store,
                          const http::Request& request);

}  // namespace kb

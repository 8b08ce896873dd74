// What commands on this machine ask of the server that holds the store: POST /local/users, tokens,
// tickets, deliveries, customers, retain; JSON in, JSON out.
//
//   POST /local/users    Authorization: Bearer … (the token of var/answerwell.db.server)
//   {"do": "list"}       -> {"users": [{"name": "ana", "role": "writer", …}]}
//
// Answered to this very machine with the token of core/store/running_server.h, and never through a
// proxy; to all others there is no such address. Thread-safe. What fails is a problem in the words
// of its Error.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"
#include "server/route.h"

namespace kb {

http::Response answer_local(const HelpCenter& center, const http::Request& request,
                            const Route& route);

}  // namespace kb

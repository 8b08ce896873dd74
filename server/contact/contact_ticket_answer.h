// /{lang}/contact/{token}: what became of a message, for whoever has its address.
//
//   GET                 where it stands; ?sent=1 says thank you, ?solved=1 asks to close it
//   POST do=solved      the customer closes it: nobody has to write any more
//
// Opening it never changes anything: mail programs open links, too. An unknown token is a page that
// does not exist. Without the store it is a 503. Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/pages/page_context.h"

namespace kb {

http::Response answer_contact_ticket(const PageContext& context);

}  // namespace kb

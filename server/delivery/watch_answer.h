// /{lang}/watch: "tell me when this is answered", asked with ?q= or ?article=, and what its owner
// says to the mail that asks back: /{lang}/watch/{token}.
//
//   http::Response answer = answer_watch(context);       // pages.cc
//   watch_url(context, "retur fără bon")                 // for a search without results; may be ""
//
// Nothing changes by a GET. The same page follows whether an address is known or not. Where no mail
// is sent there is no such page. Thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"
#include "server/pages/page_context.h"

namespace kb {

http::Response answer_watch(const PageContext& context);

// Empty where nobody can be told.
std::string watch_url(const PageContext& context, std::string_view query);

}  // namespace kb

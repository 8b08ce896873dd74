// Whether a request comes from a page of this site, as far as the browser tells.
//
//   if (!comes_from_this_site(request, "https://help.example.com")) …   // refuse what changes
//   things safe_next("/agent?q=a", "")        -> "/agent?q=a" safe_next("//evil.example", "")    ->
//   "": leads elsewhere
//
// Browsers have sent Origin with every such request since 2020, and most say Sec-Fetch-Site; a
// program that sends neither is held back by the session's token alone. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "server/http/message.h"

namespace kb {

// `base_url`: the configured one, where a proxy changes what Host says; may be empty.
bool comes_from_this_site(const http::Request& request, std::string_view base_url);

// A path of this site to go on to, as it was given, else "".
std::string safe_next(std::string_view next, std::string_view base_path);

}  // namespace kb

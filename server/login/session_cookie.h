// The cookie that a browser keeps while somebody is logged in.
//
//   const CookieKind kind = cookie_kind(request);
//   if (kind == CookieKind::none) …                  // nobody logs in over this connection
//   session_secret(request)                          // "" where there is none
//   response.headers.push_back({"Set-Cookie", session_cookie(kind, secret, 12h)});
//
// Over TLS "__Host-kb": no other host can set it, no other site's form sends it, no script reads
// it. Plain HTTP is for trying things out on the own machine: browser and server are the same one,
// no proxy stands between, the address says "localhost"; then it is "kb-plain", which means nothing
// over TLS. Pure, thread-safe.

#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace kb {

enum class CookieKind {
  none,   // plain HTTP from elsewhere: whoever listens in would be logged in too
  host,   // TLS
  plain,  // the own machine
};

CookieKind cookie_kind(const http::Request& request);

// The secret that the request's cookie holds; "" where it has none of the right kind.
std::string session_secret(const http::Request& request);

std::string session_cookie(CookieKind kind, const std::string& secret,
                           std::chrono::seconds lifetime);
std::string ended_cookie(CookieKind kind);

// Whether a request comes from this very machine, past every proxy. `own`: an outer address that is
// this machine's too; may be empty.
bool is_from_this_machine(const http::Request& request, std::string_view own = {});

}  // namespace kb

// Requests that no person made: crawlers, link previews, monitoring, pages fetched ahead of a
// click.
//
//   is_robot(request.header("User-Agent"))     // by the name that it gives itself
//   is_automatic(request)                      // or by what it asks for
//
// A robot that calls itself a browser is told by its pace (visitor_pace.h). Pure, thread-safe.

#pragma once

#include <string_view>

#include "server/http/message.h"

namespace kb {

bool is_robot(std::string_view user_agent);

// A robot, a HEAD request, or a browser that fetches what might be wanted next.
bool is_automatic(const http::Request& request);

}  // namespace kb

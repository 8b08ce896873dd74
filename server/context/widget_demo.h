// GET /widget: a page of a made-up product with the widget in it, to try it and to copy from.
//
//   return answer_widget_demo(center, request, route);
//
// In the language that the browser asks for. Search engines leave it out. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"
#include "server/route.h"

namespace kb {

http::Response answer_widget_demo(const HelpCenter& center, const http::Request& request,
                                  const Route& route);

}  // namespace kb

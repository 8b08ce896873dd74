// What pages of other sites may ask: those of `widget.origins`, and only what the widget needs.
//
//   if (const auto answer = answer_preflight(center.config.widget, request, route.page)) …
//   if (may_ask_from_elsewhere(center.config.widget, request, route.page)) …  // no CSRF then
//   tell_other_sites(center.config.widget, request, route.page, response);
//
// Search, suggestions, articles, context and the widget's own texts can be read; events and tickets
// be sent. No cookies: nobody is logged in there. Other origins get no header, and their browsers
// keep the answer from them. Pure, thread-safe.

#pragma once

#include <optional>

#include "core/base/config.h"
#include "server/http/message.h"
#include "server/route.h"

namespace kb {

bool may_ask_from_elsewhere(const WidgetConfig& widget, const http::Request& request, Page page);

// Of OPTIONS, where a page of an allowed origin asks what it may do.
std::optional<http::Response> answer_preflight(const WidgetConfig& widget,
                                               const http::Request& request, Page page);

// Adds what lets an allowed origin read the answer, also to one that comes later.
void tell_other_sites(const WidgetConfig& widget, const http::Request& request, Page page,
                      http::Response& response);

}  // namespace kb

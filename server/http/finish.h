// From what a handler says to what is sent: the problem's JSON, gzip, 304 and the headers that
// every answer has.
//
//   Response answer = finish(handler(request), request, gzip);
//
// Afterwards `headers` holds everything but what belongs to the connection (see
// response_writer.h). Not to be run twice on one Response. Pure but for `gzip`'s working memory.

#pragma once

#include <string_view>

#include "server/http/gzip.h"
#include "server/http/message.h"

namespace kb::http {

Response finish(Response response, const Request& request, Gzip& gzip);

// Whether an If-None-Match names `etag` (given with its quotes): lists, W/ and * as in RFC 9110.
bool none_match_names(std::string_view if_none_match, std::string_view etag);

}  // namespace kb::http

// Answers for those who find the help center from elsewhere: search engines, feed readers,
// browsers' own search boxes, programs that read help for people.
//
//   http::Response answer = answer_feed(context);
//
// Addresses in them are absolute: with the configured base_url, else as the request came. They name
// published and listed articles only. Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/pages/page_context.h"

namespace kb {

http::Response answer_feed(const PageContext& context);  // Atom
http::Response answer_llms(const PageContext& context);  // llms.txt: what there is, as Markdown
http::Response answer_opensearch(const PageContext& context);  // how a browser searches here
http::Response answer_suggest(const PageContext& context);  // … and what it offers as one types

// The sitemap's index or, as the route says, a part of it: "en/1.xml".
http::Response answer_sitemap(const HelpCenter& center, const http::Request& request,
                              const Route& route);
http::Response answer_robots(const HelpCenter& center, const http::Request& request);

}  // namespace kb

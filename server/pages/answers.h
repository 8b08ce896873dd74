// One function a page: from its context to its answer.
//
//   http::Response answer = answer_article(context);
//
// Where something is missing they answer with the page that says so (not found, no index), where
// something fails with an error page; the fault goes to the log. Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/pages/page_context.h"

namespace kb {

http::Response answer_home(const PageContext& context);
http::Response answer_category(const PageContext& context);
http::Response answer_search(const PageContext& context);
http::Response answer_article(const PageContext& context);
http::Response answer_privacy(const PageContext& context);
http::Response answer_not_found(const PageContext& context);

http::Response answer_no_index(const PageContext& context);
http::Response answer_search_failed(const PageContext& context, const Error& error);
http::Response answer_fault(const PageContext& context, const Error& error);

}  // namespace kb

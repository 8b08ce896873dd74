// GET /api/v1/context: the articles that fit a page of the product, before anybody asks.
//
//   ?url=https://app.example/settings/billing&lang=pl&plan=home
//   -> {"lang", "total", "generation", "results": [{… as in /search, "reason": "context"}]}
//
// First what writers named for that page, the closest pattern first; then what is for the `stage`;
// then what customers opened who came from there. An article that applies to another plan, platform
// … than a parameter of that name says is left out. A `url` that is no page is a 400; nothing that
// fits is an empty list. Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

http::Response answer_context(const HelpCenter& center, const http::Request& request);

}  // namespace kb

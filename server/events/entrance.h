// How somebody came to a page: from a search engine, the product, another site, or this one.
//
//   entrance_of(request, config.site)     // "search_engine", "product", "link", "inside", ""
//
// Told by Referer, by `from` (the product's page, in links that it makes) and by what campaigns
// add to links (utm_source); none of these is kept. Pure, thread-safe.

#pragma once

#include <string_view>

#include "core/base/config.h"
#include "server/http/message.h"

namespace kb {

std::string_view entrance_of(const http::Request& request, const SiteConfig& site);

}  // namespace kb

// One result of a search as the JSON API writes it: the same for /search, /similar and
// /tickets/suggest.
//
//   for (const auto& hit : found->hits) write_hit(out, urls, hit);
//   write_hit(out, urls, hit, {{"passage_html", html}});      // and what else there is to tell
//
// Pure, thread-safe.

#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

#include "core/index/searcher.h"
#include "server/json_writer.h"
#include "server/urls.h"

namespace kb {

using MoreMembers = std::initializer_list<std::pair<std::string_view, std::string_view>>;

void write_hit(JsonWriter& out, const Urls& urls, const index::Hit& hit,
               const MoreMembers& more = {});

}  // namespace kb

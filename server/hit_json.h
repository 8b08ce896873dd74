// One result of a search as the JSON API writes it: the same for /search, /similar and
// /tickets/suggest.
//
//   for (const auto& hit : found->hits) write_hit(out, urls, hit);
//
// Pure, thread-safe.

#pragma once

#include "core/index/searcher.h"
#include "server/json_writer.h"
#include "server/urls.h"

namespace kb {

void write_hit(JsonWriter& out, const Urls& urls, const index::Hit& hit);

}  // namespace kb

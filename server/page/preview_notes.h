// What a writer is told about an article in a preview: whether customers see it, and what there is
// to mend in it.
//
//   add_preview_notes(model, frame, page.preview);
//     model["preview_notes"]        -> ["Draft: customers do not see this article yet."]
//     model["findings"]             -> [{"severity": "Warning", "line": "Line 12", "what": …}]
//
// Internal to server/page. Pure.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "server/page/article_page.h"
#include "server/page/frame.h"

namespace kb::page {

void add_preview_notes(nlohmann::json& model, const Frame& frame, const Preview& preview);

}  // namespace kb::page

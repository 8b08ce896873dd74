// The article that an answer is about, as forms and events name it.
//
//   asked_article(context, "ro/billing/refund")        // nullopt: customers see none
//   parameter("object", "ro/billing/refund & co")      // "object=ro/billing/refund%20…"
//
// What a browser sends is looked up in the live index: nothing else becomes part of an event. Pure,
// thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/pages/page_context.h"

namespace kb {

std::optional<index::Generation::Found> asked_article(const PageContext& context,
                                                      std::string_view object);
page::ArticleLink link_to_asked(const PageContext& context,
                                const index::Generation::Found& article);

std::string parameter(std::string_view name, std::string_view value);

}  // namespace kb

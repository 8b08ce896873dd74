// The trail at the contact form: what came along with the request, what the address adds to it, and
// how it reads.
//
//   Trail trail = begun_trail(context, events);     // ?t=…, ?from=…, ?article=…, ?q=…
//   add_seen(trail, context.generation(), form.all("seen"), "pl");
//   trail_lines(trail, context.generation())        // {searched, "refund"}, {read, "Refunds"}
//
// Of an address that somebody came from, its query and fragment are left out: they may tell more
// than a page. What names no article is left out, too. Thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/index/generation.h"
#include "server/events/events.h"
#include "server/page/contact_parts.h"
#include "server/pages/page_context.h"

namespace kb {

Trail begun_trail(const PageContext& context, const Events& events);

// What a page or a program tells of the way here, as a trail: without what names no article, and
// without personal data.
Trail checked_trail(Trail told, const PageContext& context, const Events& events);

// "https://shop.example/orders?id=7#top" -> "https://shop.example/orders"; empty: no address.
std::string plain_page(std::string_view url);

// Suggestions that a form showed: "pl/billing/refund".
void add_seen(Trail& trail, const index::Generation& generation,
              const std::vector<std::string>& seen);

std::vector<page::ContactStep> trail_lines(const Trail& trail, const index::Generation& generation);

}  // namespace kb

// The articles that a reply links to, recognised by their addresses.
//
//   article_links("See https://help.example/en/a/billing/refund#how-long.",
//   {"https://help.example"})
//       -> {{"en", "billing/refund", "how-long"}}
//
// `bases`: where the help center is or was, without a slash at the end. Each article once, in
// order. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article/ticket.h"

namespace kb::tickets {

std::vector<TicketLink> article_links(std::string_view text, const std::vector<std::string>& bases);

}  // namespace kb::tickets

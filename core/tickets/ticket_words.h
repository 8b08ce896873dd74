// What helpdesks call a ticket's type and status, in our terms.
//
//   type_of("problem", {})              -> bug
//   type_of("", {"closed_by_merge"})    -> merged: a tag tells where the type does not
//   status_of("pending reminder")       -> waiting
//
// A type that nobody knows is a question; a status that nobody knows is nothing. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article/ticket.h"

namespace kb::tickets {

TicketType type_of(std::string_view word, const std::vector<std::string>& tags);
std::optional<TicketStatus> status_of(std::string_view word);

}  // namespace kb::tickets

// A ticket's type and status in words, as the store keeps them and JSON shows them.
//
//   ticket_type_name(TicketType::feature_request)   -> "feature_request"
//   parse_ticket_type("refund")                     -> an Error that names the types
//
// Pure, thread-safe.

#pragma once

#include <string_view>

#include "core/article/ticket.h"
#include "core/base/result.h"

namespace kb::store {

std::string_view ticket_type_name(TicketType type);
std::string_view ticket_status_name(TicketStatus status);
Result<TicketType> parse_ticket_type(std::string_view name);
Result<TicketStatus> parse_ticket_status(std::string_view name);

}  // namespace kb::store

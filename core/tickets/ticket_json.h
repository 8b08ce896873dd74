// Tickets as JSON, between a command and the running server (remote_sink.h), and as content to
// compare.
//
//   const json object = to_json(ticket);
//   Result<Ticket> same = ticket_of_json(object);
//   std::uint64_t content = content_of(ticket);          // equal for equal tickets
//
// What is already redacted: not the schema that people write (json_lines.h). Fails on an object
// that to_json() did not write. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>

#include "core/article/ticket.h"
#include "core/base/result.h"

namespace kb::tickets {

nlohmann::json to_json(const Ticket& ticket);
Result<Ticket> ticket_of_json(const nlohmann::json& object);
std::uint64_t content_of(const Ticket& ticket);

}  // namespace kb::tickets

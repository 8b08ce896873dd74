// Which ticket an agent is working on, as they write it and as the store knows it.
//
//   read_ticket_reference("zendesk/1042", config)  -> {"zendesk", "1042"}
//   read_ticket_reference(" #1042 ", config)       -> {"zendesk", "1042"}: of the first helpdesk
//   to_key(reference)                              -> "zendesk/1042"
//
// Nothing where no ticket is named. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/config.h"

namespace kb {

// The source of the tickets that come from the contact form.
inline constexpr std::string_view kContactSource = "contact";

struct TicketReference {
  std::string source;  // the helpdesk; empty where none is configured
  std::string id;

  bool operator==(const TicketReference&) const = default;
};

std::optional<TicketReference> read_ticket_reference(std::string_view written,
                                                     const Config& config);

// Of a key, as to_key(Ticket) makes it.
TicketReference reference_of(std::string_view key);

// "zendesk/1042", or "1042" without a source.
std::string to_key(const TicketReference& ticket);

}  // namespace kb

// The JSON exports: our own JSON Lines, and those of Zendesk, Chatwoot and Zammad.
//
//   auto file = open_json_file("export.json", Format::zendesk, {});
//
// Each object is cut out by JsonObjects and read by the format's own function (json_lines.h,
// zendesk.h, chatwoot.h, zammad.h). Fails where the file cannot be opened.

#pragma once

#include <memory>

#include "core/tickets/ticket_file.h"

namespace kb::tickets {

Result<std::unique_ptr<TicketFile>> open_json_file(const std::filesystem::path& path, Format format,
                                                   Position from);

// One object of that format. Fails where it is broken, without `where`.
Result<RawTicket> read_json_ticket(const std::string& bytes, Format format);

}  // namespace kb::tickets

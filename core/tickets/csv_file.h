// Tickets as rows of a CSV file with a header, by comma, semicolon or tab.
//
//   auto file = open_csv_file("export.csv", {{"id", "Ticket"}, {"encoding", "windows-1250"}}, {});
//
// UTF-8 with or without a byte order mark, else what `encoding` says. A row with wrong quoting, of
// another encoding or with too many or too few fields is an Error with its line; reading goes on at
// the next line that is a whole row again, so that one stray quote does not swallow the file.

#pragma once

#include <map>
#include <memory>
#include <string>

#include "core/tickets/ticket_file.h"

namespace kb::tickets {

Result<std::unique_ptr<TicketFile>> open_csv_file(const std::filesystem::path& path,
                                                  const std::map<std::string, std::string>& columns,
                                                  Position from);

}  // namespace kb::tickets

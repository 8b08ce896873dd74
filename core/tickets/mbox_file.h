// Support mail as a Unix mailbox (mbox): each thread is a ticket.
//
//   auto file = open_mbox_file("support.mbox", {"help@fernway.example", "@fernway.example"}, {});
//
// Who writes from one of the team's addresses is an agent, everybody else a customer; automatic
// replies are the system's. A thread is solved when its last mail is an agent's. The ticket's id is
// a hash of the first mail's Message-ID. Reads the mailbox twice: headers, then each thread's mails
// where they lie; of a mail with attachments only as much as a ticket may have. A Position counts
// threads. Fails where no address of the team is known.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/tickets/ticket_file.h"

namespace kb::tickets {

Result<std::unique_ptr<TicketFile>> open_mbox_file(const std::filesystem::path& path,
                                                   std::vector<std::string> support, Position from);

}  // namespace kb::tickets
